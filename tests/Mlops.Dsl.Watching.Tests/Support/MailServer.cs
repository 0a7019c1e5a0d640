using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Mlops.Dsl.Watching.Tests;

/// <summary>A mail server on loopback that keeps what it gets.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;
    private readonly Inbox _inbox;

    private MailServer(int port, bool refusesRecipients)
    {
        Port = port;
        _inbox = new Inbox();
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(new EndpointDefinitionBuilder().Endpoint(new IPEndPoint(IPAddress.Loopback, port)).Build())
            .Build();
        var services = new ServiceProvider();
        services.Add(_inbox);
        if (refusesRecipients)
        {
            services.Add(new NoOne());
        }

        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    public IReadOnlyList<MimeMessage> Mails => [.. _inbox.Mails];

    public MailSettings Settings => SettingsOf(Port);

    public static MailSettings SettingsOf(int port) =>
        new("127.0.0.1", port, UsesTls: false, User: null, Password: null, "mlops@example.org");

    public static MailServer Start(int? port = null, bool refusesRecipients = false) => new(port ?? FreePort(), refusesRecipients);

    /// <summary>A port that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(10)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private sealed class Inbox : MessageStore
    {
        public ConcurrentQueue<MimeMessage> Mails { get; } = [];

        public override async Task<SmtpResponse> SaveAsync(
            ISessionContext context,
            IMessageTransaction transaction,
            ReadOnlySequence<byte> buffer,
            CancellationToken cancellationToken
        )
        {
            using var stream = new MemoryStream(buffer.ToArray());
            Mails.Enqueue(await MimeMessage.LoadAsync(stream, cancellationToken));
            return SmtpResponse.Ok;
        }
    }

    private sealed class NoOne : MailboxFilter
    {
        public override Task<bool> CanDeliverToAsync(
            ISessionContext context,
            SmtpServer.Mail.IMailbox to,
            SmtpServer.Mail.IMailbox from,
            CancellationToken cancellationToken
        ) => Task.FromResult(false);
    }
}
