using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Mlops.Dsl.Serving;

/// <summary>
/// Answers HTTP requests for the services of a host, by Kestrel. There is no authentication: whoever reaches it is answered.
/// </summary>
public sealed class ServiceServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServiceServer(WebApplication app) => _app = app;

    /// <summary>Where it listens, with the ports that were taken for 0.</summary>
    public IReadOnlyList<Uri> Addresses => [.. _app.Urls.Select(static url => new Uri(url))];

    /// <summary>Begins to listen.</summary>
    /// <param name="host">The services; it must outlive the server.</param>
    /// <param name="options">Where and what; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="IOException">An address can't be listened at; the message tells which, and what to do.</exception>
    public static async Task<ServiceServer> StartAsync(
        ServiceHost host,
        ServiceServerOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(host);
        options ??= new ServiceServerOptions();
        var app = Build(options);
        app.Run(new Dispatcher(ServiceEndpoints.Of(host, options.MaxBodyBytes), options.MaxBodyBytes, options.Log).HandleAsync);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await app.DisposeAsync().ConfigureAwait(false);
            if (Explain(exception, options.Addresses) is { } problem)
            {
                throw problem;
            }

            throw;
        }

        return new ServiceServer(app);
    }

    /// <summary>Takes no more requests, and returns when those that came are answered.</summary>
    public Task StopAsync(CancellationToken cancellationToken = default) => _app.StopAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>
    /// An application of nothing but the server: no configuration, no environment variable and no log of the framework's gets in.
    /// </summary>
    private static WebApplication Build(ServiceServerOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder
            .WebHost.UseKestrelCore()
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = options.MaxBodyBytes;
                foreach (var address in options.Addresses)
                {
                    kestrel.Listen(address);
                }
            });
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopTimeout);
        return builder.Build();
    }

    private static IOException? Explain(Exception exception, IReadOnlyList<IPEndPoint> addresses)
    {
        var where = string.Join(", ", addresses);
        return (exception.InnerException ?? exception) switch
        {
            AddressInUseException => new IOException(
                $"{where} is in use by another program: stop it, or choose another port with --port (0 takes any free one)",
                exception
            ),
            System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AccessDenied } => new IOException(
                $"{where} may not be listened at: ports below 1024 need rights that this user lacks; choose another with --port",
                exception
            ),
            System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.AddressNotAvailable } => new IOException(
                $"{where} is no address of this machine",
                exception
            ),
            _ => null,
        };
    }

    /// <summary>Leaves signals to the program.</summary>
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
