using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Artifacts.Outlines;

/// <summary>
/// Writes a value for people: an object's members below each other, a list's items too, a list of plain objects as a table.
/// </summary>
internal static class OutlinePage
{
    private const int MostColumns = 10;
    private const string Step = "  ";

    public static void Write(AppConsole console, OutlineNode root)
    {
        if (root.Kind == OutlineKind.Text)
        {
            console.Out.WriteLine(Printable.Lines(root.Text).TrimEnd('\n', '\r'));
        }
        else
        {
            WriteBlock(console, root, "", "");
        }
    }

    private static void Write(AppConsole console, OutlineNode node, string indent, string label)
    {
        if (node.Kind != OutlineKind.List && OutlineLine.TryFormat(node) is { } line)
        {
            console.Out.WriteLine($"{indent}{label}{line}");
        }
        else
        {
            WriteBlock(console, node, indent, label);
        }
    }

    private static void WriteBlock(AppConsole console, OutlineNode node, string indent, string label)
    {
        switch (node.Kind)
        {
            case OutlineKind.List or OutlineKind.Map:
                var items = Number.Of(node.Count, "item");
                console.Out.WriteLine(
                    $"{indent}{label}{items}{(node.Count > node.Items.Count ? $", of which the first {node.Items.Count} are" : "")}"
                );
                WriteItems(console, node, indent + Step);
                break;
            case OutlineKind.Object:
                // Without a label or a case, the members stand where the object does.
                var heading = $"{label}{Printable.Line(node.Text)}".TrimEnd();
                if (heading.Length > 0)
                {
                    console.Out.WriteLine(indent + heading);
                }

                WriteMembers(console, node, heading.Length > 0 ? indent + Step : indent);
                break;
            default:
                console.Out.WriteLine($"{indent}{label}{Printable.Line(node.Text)}");
                break;
        }
    }

    private static void WriteMembers(AppConsole console, OutlineNode node, string indent)
    {
        foreach (var member in node.Items)
        {
            Write(console, member, indent, $"{Printable.Line(member.Name)}: ");
        }
    }

    private static void WriteItems(AppConsole console, OutlineNode node, string indent)
    {
        if (node.Kind == OutlineKind.Map)
        {
            WriteMembers(console, node, indent);
            return;
        }

        if (IsTable(node.Items))
        {
            WriteTable(console, node.Items, indent);
            return;
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            var item = node.Items[i];
            if (OutlineLine.TryFormat(item) is { } line)
            {
                console.Out.WriteLine(indent + line);
            }
            else
            {
                WriteBlock(console, item, indent, item.IsScalar ? "" : $"[{Number.Of(i)}] ");
            }
        }
    }

    private static bool IsTable(List<OutlineNode> items) =>
        items is [{ Kind: OutlineKind.Object, Text: "" } first, _, ..]
        && first.Items.Count is > 0 and <= MostColumns
        && items.TrueForAll(item =>
            item.Kind == OutlineKind.Object
            && item.Text.Length == 0
            && item.Items.TrueForAll(static member => member.IsScalar)
            && item.Items.Select(static member => member.Name).SequenceEqual(first.Items.Select(static member => member.Name))
        );

    private static void WriteTable(AppConsole console, List<OutlineNode> items, string indent)
    {
        var columns = items[0].Items.Count;
        var headers = Enumerable
            .Range(0, columns)
            .Select(column =>
                (items.TrueForAll(item => item.Items[column].Kind == OutlineKind.Number) ? ">" : "")
                + Printable.Line(items[0].Items[column].Name)
            );
        var table = new TextTable([.. headers]);
        foreach (var item in items)
        {
            table.Add([.. item.Items.Select(static member => new TextTable.Cell(member.Text))]);
        }

        table.Write(console, indent);
    }
}
