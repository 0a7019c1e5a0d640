namespace Mlops.Dsl.Sessions;

/// <summary>Lets the last user of something release it: whoever closes it does not pull it away from calls under way.</summary>
internal sealed class UseCount(string name, Action release)
{
    private int _users = 1;
    private int _closed;

    public void Enter()
    {
        var users = Volatile.Read(ref _users);
        while (true)
        {
            ObjectDisposedException.ThrowIf(users == 0 || Volatile.Read(ref _closed) == 1, name);
            var seen = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (seen == users)
            {
                return;
            }

            users = seen;
        }
    }

    public void Exit()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            release();
        }
    }

    public void Close()
    {
        if (Interlocked.Exchange(ref _closed, 1) == 0)
        {
            Exit();
        }
    }
}
