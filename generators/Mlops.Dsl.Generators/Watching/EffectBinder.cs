using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Problems;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Watching;

/// <summary>Reads what a <c>[Notify]</c> or <c>[Start]</c> stage asks for.</summary>
internal sealed class EffectBinder(INamedTypeSymbol pipeline, StageDeclaration stage, IProblemSink sink)
{
    public WatchTarget? Bind() => stage.Kind == StageKind.Notify ? BindNotice() : BindStart();

    private WatchTarget? BindNotice()
    {
        var target = stage.Attributes.Text ?? "";
        if (NoticeTarget.FindProblem(target) is { } problem)
        {
            Report(ProblemKind.MalformedTarget, StageAttributes.FirstArgumentLocation(stage.Attributes.Declaration), target, problem);
            return null;
        }

        if (!stage.Result.IsLanguageType("Notice"))
        {
            return RefuseResult("[Notify]", "Notice");
        }

        if (MayBeMissing)
        {
            return RefuseResult("[Notify]", "Notice, and let [When] or [Unless] decide whether there is something to tell");
        }

        return new NotifyTarget(target);
    }

    private WatchTarget? BindStart()
    {
        var attribute = stage.Attributes.Declaration;
        var text = AttributeArguments.Named(attribute, "CoolDown") as string;
        var hasCoolDown = DurationText.TryParse(text, out var coolDown) && coolDown > TimeSpan.Zero;
        if (text is not null && !hasCoolDown)
        {
            Report(ProblemKind.MalformedCoolDown, attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation(), text);
            return null;
        }

        if (StartedBy(stage.Result) is not { } started)
        {
            return RefuseResult("[Start]", "StartRequest<TPipeline> of the pipeline to start");
        }

        if (started.HasErrors() || started.Find("Pipeline") is not { } other || StageAttributes.FirstText(other) is not { } name)
        {
            return started.HasErrors()
                ? RefuseResult("[Start]", "")
                : RefuseResult("[Start]", $"StartRequest<TPipeline> of a [Pipeline], which {started.Name} is not");
        }

        if (MayBeMissing)
        {
            return RefuseResult(
                "[Start]",
                $"StartRequest<{started.Name}>, and let [When] or [Unless] decide whether there is something to start"
            );
        }

        if (!hasCoolDown && StartLoop.Find(pipeline, started) is { } loop)
        {
            Report(ProblemKind.StartLoop, stage.Location, stage.Name, loop);
        }

        return new StartTarget(name, started, hasCoolDown ? coolDown : null);
    }

    /// <summary>Whether the stage says that it may return nothing, which fails the run.</summary>
    private bool MayBeMissing => stage.Result?.NullableAnnotation == NullableAnnotation.Annotated;

    /// <summary>The pipeline class that a request starts; null for what is no request.</summary>
    public static INamedTypeSymbol? StartedBy(ITypeSymbol? result) =>
        result is INamedTypeSymbol { Name: "StartRequest", TypeArguments: [INamedTypeSymbol started] } request && request.IsInLanguage()
            ? started
            : null;

    private WatchTarget? RefuseResult(string attribute, string expected)
    {
        var isError = stage.Result?.HasErrors() == true;
        Report(
            isError ? ProblemKind.ErrorOfCompiler : ProblemKind.EffectReturnsSomethingElse,
            stage.Location,
            attribute,
            stage.Name,
            TypeText.Display(stage.Method.ReturnType),
            expected
        );
        return null;
    }

    private void Report(ProblemKind kind, Location? location, params string[] arguments) => sink.Report(kind, location, arguments);
}
