using Mlops.Dsl.Engine;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>Lines that are passed on by another thread than wrote them.</summary>
public sealed class LineMailboxTests
{
    [Fact]
    public async Task Whoever_posts_does_not_wait_for_whoever_shows()
    {
        var turn = new Lock();
        var shown = new List<string>();
        var mailbox = new LineMailbox<int>(turn, (item, line) => shown.Add($"{item} {line}"));
        using (turn.EnterScope())
        {
            var poster = new Thread(() => mailbox.Post(1, "a"));
            poster.Start();
            poster.Join();
            Assert.Empty(shown);
        }

        await Task.Run(mailbox.Deliver, TestContext.Current.CancellationToken);

        Assert.Equal(["1 a"], shown);
    }

    [Fact]
    public async Task Lines_are_passed_on_without_being_asked_for_and_in_order()
    {
        var last = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var shown = new List<int>();
        var mailbox = new LineMailbox<int>(
            new Lock(),
            (item, _) =>
            {
                shown.Add(item);
                if (item == 999)
                {
                    last.SetResult();
                }
            }
        );
        for (var i = 0; i < 1000; i++)
        {
            mailbox.Post(i, "line");
        }

        await last.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(0, 1000), shown);
    }

    [Fact]
    public void Lines_that_come_faster_than_they_are_shown_are_counted()
    {
        var turn = new Lock();
        var shown = new List<string>();
        var mailbox = new LineMailbox<int>(turn, (_, line) => shown.Add(line));
        var line = new string('x', 1024 * 1024);
        using (turn.EnterScope())
        {
            for (var i = 0; i < 20; i++)
            {
                mailbox.Post(i, line);
            }

            mailbox.Deliver();
            mailbox.Post(20, "last");
            mailbox.Deliver();
        }

        Assert.Equal([.. Enumerable.Repeat(line, 16), "(4 lines that came faster than they could be shown are left out)\nlast"], shown);
    }
}
