using Mlops.Dsl.Runtime.Tests.App.Support;
using Mlops.Dsl.Storage.Sqlite.Connections;

namespace Mlops.Dsl.Runtime.Tests.App;

/// <summary>A store whose texts someone else wrote: each column of each table is made hostile in turn, and every verb reads it.</summary>
public sealed class HostileStoreTests : IDisposable
{
    /// <summary>
    /// Ends the line; recolours, retitles and clears; overrides the direction of text, in every way that Unicode has; imitates the
    /// program's own styles.
    /// </summary>
    private const string Hostile =
        "\nFORGED\r\u001b[31m\u001b]0;title\u0007\u0008\u007f\u0085\u009b2J\u200e\u200f\u061c\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\uf4d0\uf4d2";

    /// <summary>Texts that have lines: those of a stack trace stay lines.</summary>
    private static readonly string[] WithLines = ["logs.message", "events.message", "executions.error"];

    private static readonly string[][] Verbs =
    [
        ["list"],
        ["runs"],
        ["runs", "--json"],
        ["runs", "--pipeline", "api-docs"],
        ["show"],
        ["show", "--logs"],
        ["show", "latest", "--json", "--logs"],
        ["show", "latest~1", "--logs"],
        ["diff", "latest~1", "latest"],
        ["diff", "latest~1", "latest", "--json"],
        ["explain"],
        ["explain", "--json"],
        ["explain", "Parse"],
        ["explain", "Parse", "--run", "latest"],
        ["explain", "--run", "latest", "--json"],
        ["artifact", "list"],
        ["artifact", "list", "--json"],
        ["artifact", "list", "--published"],
        ["artifact", "list", "--published", "--json"],
        ["artifact", "show", "Parse"],
        ["artifact", "show", "parsed-docs"],
        ["artifact", "show", "parsed-docx"],
        ["artifact", "show", "Good", "--json"],
        ["artifact", "lineage", "Release"],
        ["artifact", "lineage", "Release", "--json"],
        ["cache", "status"],
        ["cache", "status", "--json"],
        ["gc", "--dry-run"],
        ["gc", "--dry-run", "--json"],
        ["resume"],
        ["resume", "--json"],
        ["[suggest:14]", "artifact show "],
        ["[suggest:5]", "show "],
        ["cache", "clear"],
        ["run"],
        ["run", "--json"],
    ];

    private readonly TestProgram _program = new(
        TestPipeline.Define(onParse: static call =>
        {
            if (call.GetPipeline<TestPipeline>().Verbose)
            {
                throw new InvalidOperationException("failed");
            }
        })
    );

    public void Dispose() => _program.Dispose();

    [Fact]
    public async Task Nothing_that_a_terminal_obeys_reaches_it_from_any_text_by_any_verb()
    {
        await _program.RunAsync("run", "--seed", "1");
        await _program.RunAsync("run", "--seed", "2", "--verbose");
        var columns = ReadTextColumns(Path.Combine(_program.StorePath, "store.db"));
        Assert.Contains(("runs", "reason"), columns);
        Assert.True(columns.Count > 20, "the schema's texts are found");

        var shown = 0;
        foreach (var (table, column) in columns)
        {
            using var copy = new StoreCopy(_program.StorePath);
            copy.Execute($"UPDATE {table} SET {column} = {column} || char({string.Join(',', Hostile.Select(static c => (int)c))})");
            shown += await ReadByEveryVerbAsync($"{table}.{column}", copy.Path);
        }

        Assert.True(shown > columns.Count, "most columns are shown by some verb");
    }

    /// <summary>Runs every verb.</summary>
    /// <returns>How many showed the text.</returns>
    private async Task<int> ReadByEveryVerbAsync(string what, string store)
    {
        var shown = 0;
        foreach (var verb in Verbs)
        {
            using var program = new TestProgram(TestPipeline.Define()) { OtherStore = store };
            var run = await program.RunAsync(verb);
            var text = run.Out + run.Error;
            var where = $"'{string.Join(' ', verb)}' with a hostile {what}";
            Assert.False(
                text.Any(static c =>
                    c is not ('\n' or '\t') && (char.IsControl(c) || IsOfDirection(c) || c is >= '\uf4d0' and <= '\uf4df')
                ),
                $"{where} prints a raw character: {text}"
            );
            Assert.True(
                WithLines.Contains(what) || !text.Contains("\nFORGED", StringComparison.Ordinal),
                $"{where} prints a forged line: {text}"
            );
            shown += text.Contains("FORGED", StringComparison.Ordinal) ? 1 : 0;
        }

        return shown;
    }

    private static bool IsOfDirection(char c) =>
        c is '\u061c' or '\u200e' or '\u200f' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069');

    private static List<(string Table, string Column)> ReadTextColumns(string database)
    {
        using var connection = Connection.Open(database, OpenMode.Read, TimeSpan.FromSeconds(10));
        using var columns = connection.Prepare(
            "SELECT t.name, c.name FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND c.type = 'TEXT' "
                + "ORDER BY 1, 2"
        );
        var found = new List<(string, string)>();
        while (columns.Step())
        {
            found.Add((columns.GetString(0), columns.GetString(1)));
        }

        return found;
    }

    /// <summary>A copy of a store to be spoilt.</summary>
    private sealed class StoreCopy : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops test ");

        public StoreCopy(string store)
        {
            foreach (var file in Directory.GetFiles(store, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(store, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Path => _folder.FullName;

        public void Execute(string sql)
        {
            using var connection = Connection.Open(System.IO.Path.Combine(Path, "store.db"), OpenMode.Write, TimeSpan.FromSeconds(10));
            connection.Execute(sql);
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
