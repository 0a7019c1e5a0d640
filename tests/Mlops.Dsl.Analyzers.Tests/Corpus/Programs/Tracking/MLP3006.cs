//# fault: the stage asks the person at the keyboard
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => docs.Count + ({|MLP3006:Console.ReadLine()|}?.Length ?? 0);

//# fault: a helper waits for a key
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Confirm();
    return docs.Count;
}

private static bool Confirm() => {|MLP3006:Console.ReadKey()|}.Key == ConsoleKey.Y;

//# fault: standard input as a reader
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    TextReader reader = {|MLP3006:Console.In|};
    return docs.Count + reader.Read();
}

//# fault: a lambda that a helper calls
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Ask(() => {|MLP3006:Console.ReadLine()|}) + docs.Count;

private static int Ask(Func<string?> read) => read()?.Length ?? 0;

//# clean: a source may read standard input
[Source]
public string Text() => Console.In.ReadToEnd();

[Stage]
public int Count(string text) => text.Length;

//# clean: it has the framework's name and is the user's own
//## share Docs.cs
[Stage]
public int Count(FileSet docs) => Terminals.Console.ReadLine(docs.Count);

//## Terminals.cs
namespace Terminals
{
    public static class Console
    {
        public static int ReadLine(int number) => number;
    }
}

//# fault: a prompt in an async helper
//## share Docs.cs
[Stage]
public async Task<int> Count(FileSet docs) => docs.Count + await Ask();

private static async Task<int> Ask() => int.Parse(await {|MLP3006:Console.In|}.ReadLineAsync() ?? "0", CultureInfo.InvariantCulture);

//# fault: the standard input as a stream
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    using var input = {|MLP3006:Console.OpenStandardInput()|};
    return docs.Count + input.ReadByte();
}

//# clean: the console is written, not read
//## share Docs.cs
[Stage]
public int Count(FileSet docs)
{
    Console.Out.WriteLine(docs.Count);
    return docs.Count;
}

//# fault: a yes or no by key in a loop
//## share Docs.cs
[Stage]
public bool Confirm(FileSet docs)
{
    while (true)
    {
        Console.Write($"{docs.Count} files. Go on? ");
        switch ({|MLP3006:Console.ReadKey(intercept: true)|}.KeyChar)
        {
            case 'y':
                return true;
            case 'n':
                return false;
        }
    }
}

//# fault: a prompt behind an interface
//## share Docs.cs
[Stage]
public int Ask(FileSet docs) => new Survey(new ConsolePrompt()).Run() + docs.Count;

//## Prompt.cs
public interface IPrompt
{
    string? Ask(string question);
}

public sealed class ConsolePrompt : IPrompt
{
    public string? Ask(string question)
    {
        Console.WriteLine(question);
        return {|MLP3006:Console.ReadLine()|};
    }
}

public sealed class Survey(IPrompt prompt)
{
    public int Run() => prompt.Ask("How many?")?.Length ?? 0;
}

//# fault: standard input is handed to a parser as a text reader
//## share Docs.cs
[Stage]
public int Labels(FileSet docs) => Parser.Count({|MLP3006:Console.In|}) + docs.Count;

//## Parser.cs
public static class Parser
{
    public static int Count(TextReader reader)
    {
        var count = 0;
        while (reader.ReadLine() is not null)
        {
            count++;
        }

        return count;
    }
}
