//# fault: a program with a schedule
[Pipeline("nightly"), {|MLP8019:Schedule("0 3 * * *")|}]
public sealed partial class Nightly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

public static class Program
{
    public static void Main()
    {
    }
}

//# fault: a program that tells somebody
[Pipeline("nightly")]
public sealed partial class Nightly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();

    [{|MLP8019:Notify("mail:ops@example.org")|}]
    public Notice Tell(int lines) => new("Sales", $"{lines} lines.");
}

public static class Program
{
    public static async Task Main(string[] args) => await Task.Delay(args.Length);
}

//# clean: a library whose streets are called so
[Pipeline("nightly"), Schedule("0 3 * * *")]
public sealed partial class Nightly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count(line => line.EndsWith(nameof(Street.Main), StringComparison.Ordinal));

    [Notify("mail:ops@example.org")]
    public Notice Tell(int lines) => new("Sales", $"{lines} lines.");
}

//## Streets.cs
public enum Street
{
    Main,
    Side,
}

public sealed class Address
{
    public string Main { get; init; } = "";
}

//# clean: a program that asks for nothing of it
[Pipeline("nightly")]
public sealed partial class Nightly
{
    [Source("sales.csv")]
    public partial FileArtifact Sales();

    [Stage]
    public int Lines(FileArtifact sales) => sales.ReadLines().Count();
}

public static class Program
{
    public static void Main()
    {
    }
}
