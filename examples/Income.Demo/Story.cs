using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace Income.Demo;

/// <summary>The table of what happened, a row a step.</summary>
internal sealed class Story
{
    private readonly Table _table = new Table { Border = TableBorder.Simple }
        .AddColumn("step")
        .AddColumn("what happened")
        .AddColumn(new TableColumn("time").RightAligned());
    private readonly Stopwatch _total = Stopwatch.StartNew();

    /// <summary>Does a step and notes what it says of itself.</summary>
    public async Task TellAsync(string step, Func<Task<string>> act)
    {
        var watch = Stopwatch.StartNew();
        var what = await act();
        _table.AddRow(Markup.Escape(step), Markup.Escape(what), Seconds(watch.Elapsed));
        Console.Error.WriteLine($"{step}: {what}");
    }

    /// <summary>Prints the table.</summary>
    public void Print()
    {
        _table.AddRow("", "", Seconds(_total.Elapsed));
        AnsiConsole.Write(_table);
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s");
}
