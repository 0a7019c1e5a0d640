using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>What a server answers today is in no cache key.</summary>
internal sealed class NetworkUsed : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3003",
        "Cached stage uses the network",
        "{0} calls '{1}': what the other side answers is in no cache key, so that an old answer is reused, and what it is told happens "
            + "once; declare a [Source] with a Digest, or mark the stage [NoCache]",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The cache key of a stage covers its code and its inputs. An answer from the network is no input: it changes without "
            + "the key. A [Source] that names a URI with a digest is hashed; a stage that is marked [NoCache], or returns nothing, runs "
            + "each time. Team policy names hosts whose answers never change: mlops_dsl.allowed_hosts.",
        helpLinkUri: RuleHelp.Link("MLP3003")
    );

    private static readonly ImmutableArray<string> Sdks =
    [
        "Amazon",
        "Azure",
        "Flurl",
        "Grpc",
        "Octokit",
        "OpenAI",
        "RestSharp",
        "Anthropic",
        "Confluent",
    ];

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Net.Http.HttpMessageInvoker",
            "System.Net.Http.Json.HttpClientJsonExtensions",
            "System.Net.WebRequest",
            "System.Net.WebClient",
            "System.Net.Dns",
            "System.Net.Sockets.Socket",
            "System.Net.Sockets.TcpClient",
            "System.Net.Sockets.UdpClient",
            "System.Net.WebSockets.ClientWebSocket",
            "System.Net.NetworkInformation.Ping",
            "System.Net.Mail.SmtpClient",
            "Grpc.Core.CallInvoker",
            .. WebAddresses.Types,
        ];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) =>
        member is IMethodSymbol method && (WebAddresses.IsOfDocument(method) ? WebAddresses.May(method) : Communicates(method));

    public override Func<ISymbol, bool, bool> Recognizes =>
        static (member, isOwn) =>
            !isOwn
            && member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            && method.ContainingType.Name.EndsWith("Client", StringComparison.Ordinal)
            && (
                method.Name.EndsWith("Async", StringComparison.Ordinal)
                || Begins(method.Name, "Get", "Send", "Execute", "Download", "Upload", "Put", "Post")
            )
            && Sdks.Contains(Root(method.ContainingNamespace));

    /// <summary>Everything that is called may be on a host that the team's policy names.</summary>
    public override Fault? Check(ReachedOperation operation)
    {
        var fault = operation.Fault(operation.MemberName);
        var document =
            operation.Member is IMethodSymbol method && WebAddresses.Parameter(method) is { } parameter
                ? operation.Argument(parameter)
                : null;
        if (WebAddresses.May(operation.Member))
        {
            if (WebAddresses.If(fault, document, operation.Origins) is not { } request)
            {
                return null;
            }

            fault = request;
        }

        var allowed = operation.Policy("allowed_hosts").ToList();
        if (allowed.Count == 0)
        {
            return fault;
        }

        var address =
            document
            ?? operation.Argument("requestUri")
            ?? operation.Argument("address")
            ?? operation.Argument("hostname")
            ?? operation.Argument("host")
            ?? operation.Argument("hostNameOrAddress");
        return operation.Origins.Unless(
            fault,
            operation.Origins.Read(address),
            text => allowed.Exists(pattern => Matches(Host(text), pattern))
        );
    }

    private static bool Communicates(IMethodSymbol method) =>
        method switch
        {
            { ContainingType.Name: "HttpClientJsonExtensions" } => true,
            { MethodKind: MethodKind.Constructor } => method is { ContainingType.Name: "TcpClient", Parameters.Length: 2 },
            { MethodKind: not MethodKind.Ordinary } => false,
            { ContainingType.Name: "Dns" } => method.Name != "GetHostName" && method.Name.StartsWith("Get", StringComparison.Ordinal),
            _ => Begins(
                method.Name,
                "Get",
                "Post",
                "Put",
                "Patch",
                "Delete",
                "Send",
                "Download",
                "Upload",
                "OpenRead",
                "OpenWrite",
                "Connect",
                "Receive",
                "Blocking",
                "Async",
                "Server"
            ) && method.Name is not ("GetHashCode" or "GetType" or "GetSocketOption" or "GetRawSocketOption" or "GetService"),
        };

    private static string Host(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : address;

    private static bool Matches(string host, string pattern) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(pattern.Substring(1), StringComparison.OrdinalIgnoreCase)
            : string.Equals(host, pattern, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string name, params ImmutableArray<string> starts) =>
        starts.Any(start => name.StartsWith(start, StringComparison.Ordinal));

    private static string Root(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name ?? "";
    }
}
