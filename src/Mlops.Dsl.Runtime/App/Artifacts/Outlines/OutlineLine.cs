using System.Text;
using Mlops.Dsl.Runtime.App.Output;

namespace Mlops.Dsl.Runtime.App.Artifacts.Outlines;

/// <summary>Puts a value on one line: <c>[1, 2, …]</c>, <c>{ Name: value }</c>.</summary>
internal static class OutlineLine
{
    private const int Longest = 120;
    private const int MostItems = 8;

    /// <summary>The line; null where several are better.</summary>
    public static string? TryFormat(OutlineNode node)
    {
        var line = new StringBuilder();
        return TryAppend(line, node) ? line.ToString() : null;
    }

    private static bool TryAppend(StringBuilder line, OutlineNode node)
    {
        if (node.IsScalar)
        {
            line.Append(Printable.Line(node.Text));
            return line.Length <= Longest;
        }

        var isList = node.Kind == OutlineKind.List;
        var most = node.Kind == OutlineKind.Object ? int.MaxValue : MostItems;
        line.Append(Printable.Line(node.Text)).Append(node.Text.Length == 0 ? "" : " ").Append(isList ? "[" : "{");
        var separator = isList ? "" : " ";
        foreach (var item in node.Items.Take(most))
        {
            line.Append(separator).Append(isList ? "" : $"{Printable.Line(item.Name)}: ");
            if (!TryAppend(line, item))
            {
                return false;
            }

            separator = ", ";
        }

        line.Append(node.Items.Count > most || node.Count > node.Items.Count ? $"{separator}…" : "").Append(isList ? "]" : " }");
        return line.Length <= Longest;
    }
}
