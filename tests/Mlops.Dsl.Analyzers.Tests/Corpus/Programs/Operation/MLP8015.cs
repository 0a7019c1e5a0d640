//# fault: an address, and a link to one
[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify({|MLP8015:"ops@example.org"|})]
public Notice Tell(int lines) => new("Sales", $"{lines} lines.");

[Notify({|MLP8015:"mailto:ops@example.org"|})]
public Notice TellAgain(int lines) => new("Sales", $"{lines} lines.");

//# fault: two addresses
[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify({|MLP8015:"mail:ops@example.org, sales@example.org"|})]
public Notice Tell(int lines) => new("Sales", $"{lines} lines.");

//# fault: a channel that there is not, and a parameter for the address
[Parameter]
public string Recipient { get; init; } = "ops@example.org";

[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify({|MLP8015:"slack:#sales"|})]
public Notice Tell(int lines) => new("Sales", $"{lines} lines for {Recipient}.");

[Notify({|MLP8015:"mail:{Recipient}"|})]
public Notice TellAgain(int lines) => new("Sales", $"{lines} lines.");

//# fault: the folder was taken out for a release
[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify({|MLP8015:"file:"|})]
public Notice Tell(int lines) => new("Sales", $"{lines} lines.");

//# clean: an address with a tag, a machine without a domain, folders, a constant
private const string Operations = "mail:ops+sales@example.org";

[Source("sales.csv")]
public partial FileArtifact Sales();

[Stage]
public int Lines(FileArtifact sales) => sales.ReadLines().Count();

[Notify(Operations)]
public Notice Tell(int lines) => new("Sales", $"{lines} lines.");

[Notify("mail:root@localhost")]
public async Task<Notice> TellRoot(int lines)
{
    await Task.Yield();
    return new("Sales", $"{lines} lines.");
}

[Notify("file:/var/lib/app/notices")]
public ValueTask<Notice> Write(int lines) => new(new Notice("Sales", $"{lines} lines."));
