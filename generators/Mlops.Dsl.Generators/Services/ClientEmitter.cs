using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Writing;

namespace Mlops.Dsl.Generators.Services;

/// <summary>Writes the client of a service.</summary>
internal static class ClientEmitter
{
    private const string Cancellation = "global::System.Threading.CancellationToken cancellationToken = default";
    private const string Http = "global::System.Net.Http.HttpClient";

    public static void Emit(SourceWriter writer, ServiceModel service)
    {
        writer.Summary($"Calls the service '{DocComment.Escape(service.Name)}' over HTTP.");
        writer.Line(
            $"/// <param name=\"http\">Sends the requests; its base address is the service's, such as <c>http://127.0.0.1:8080</c>.</param>"
        );
        writer.Line(Abi.GeneratedCode);
        writer.Open($"public sealed class Client({Http} http) : global::Mlops.Dsl.ServiceClient(http)");
        foreach (var method in service.Methods)
        {
            var answer = $"global::System.Threading.Tasks.Task<global::Mlops.Dsl.Answer<{method.Prediction}>>";
            var name = $"{ServiceParser.Plain(method.Name)}Async";
            var path = Literal.Text($"{service.Name}/{method.Path}");
            writer.Summary(DocComment.Escape(method.Description ?? $"Asks for a prediction of '{method.Model}'."));
            writer.Line($"public {answer} {name}({method.Input} input, {Cancellation}) =>").Indent();
            writer.Line($"PredictAsync<{method.Input}, {method.Prediction}>({path}, input, null, cancellationToken);").Unindent().Line();
            writer.Summary(
                DocComment.Escape(method.Description ?? $"Asks for a prediction of '{method.Model}'.")
                    + " The request gets an id of the caller's."
            );
            writer.Line($"public {answer} {name}({method.Input} input, string requestId, {Cancellation}) =>").Indent();
            writer
                .Line($"PredictAsync<{method.Input}, {method.Prediction}>({path}, input, requestId, cancellationToken);")
                .Unindent()
                .Line();
        }

        EmitFeedback(writer, service);
        writer.Close().Line();
    }

    private static void EmitFeedback(SourceWriter writer, ServiceModel service)
    {
        var path = Literal.Text($"{service.Name}/feedback");
        writer.Summary("Tells the right answer of a request that was answered before.");
        if (service.Label is { } label)
        {
            var access = label.IsPublic ? "public" : "internal";
            writer
                .Line(
                    $"{access} global::System.Threading.Tasks.Task FeedbackAsync(string requestId, {label.Type} label, {Cancellation}) =>"
                )
                .Indent();
            writer.Line($"SendFeedbackAsync<{label.Row}, {label.Type}>({path}, requestId, label, cancellationToken);").Unindent();
            return;
        }

        writer
            .Line($"public global::System.Threading.Tasks.Task FeedbackAsync(string requestId, string label, {Cancellation}) =>")
            .Indent();
        writer.Line($"SendFeedbackAsync({path}, requestId, label, cancellationToken);").Unindent();
    }
}
