//# fault: a task in a conditional expression is dropped, one in a null-conditional call, too
//## share Docs.cs
[Stage]
public int Notify(FileSet docs, [FromServices] INotifier? notifier)
{
    _ = docs.Count > 3 ? {|MLP4013:SlowAsync()|} : Task.CompletedTask;
    notifier?{|MLP4013:.NotifyAsync(docs.Count)|};
    return docs.Count;
}

private static async Task SlowAsync() => await Task.Yield();

public interface INotifier
{
    Task NotifyAsync(int count);
}
