using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Graph;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Vocabulary;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Model;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Leakage;

/// <summary>What comes from outside is checked before anything is learned from it, measured on it or published.</summary>
internal sealed class UnvalidatedInput : FlowRule
{
    public static readonly DiagnosticDescriptor Descriptor = new(
        "MLP2001",
        "Input is used without validation",
        "{0} without having passed validation; take it through Validate(), or through a method marked [Validator] if it is no rows",
        RuleCategory.Leakage,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "What a source brings in, and rows as they were read (Raw<T>), must pass Validate(), or a method marked [Validator], "
            + "before a model is fitted to them, measured on them, or they are published. The check follows the data through stages, "
            + "helpers, collections and casts.",
        helpLinkUri: RuleHelp.Link("MLP2001")
    );

    private static readonly string[] ValidatedTypes = ["Validated", "TrainSet", "ValidationSet", "TestSet", "Fold"];

    // What a model, and what it learned from, have.
    private const Mark Learned = Mark.Fitted | Mark.Train | Mark.Validation | Mark.Test;

    private static readonly string[] Quarantines = ["reject", "quarantine", "invalid"];

    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [Descriptor];

    public override Mark MarksOfType(ITypeSymbol type, KnownTypes types) => type.IsDataset("Raw") ? Mark.Unvalidated : Mark.None;

    public override Mark MarksOfMember(ISymbol member, KnownTypes types) =>
        member switch
        {
            IMethodSymbol method
                when method.FindAttribute(types.Source) is not null && !ValidatedTypes.Any(name => method.ReturnType.Mentions(name)) =>
                Mark.Unvalidated,
            // Quarantined rows are those that did not pass.
            IPropertySymbol { Name: "Row" } when member.IsOf("RejectedRow") => Mark.Unvalidated,
            IMethodSymbol method when OutsideRows.Are(method) => Mark.Unvalidated,
            _ when OwnFiles.IsPlace(member) => Mark.OwnPlace,
            _ => Mark.None,
        };

    /// <summary>What <c>UnitTestDatasets</c> makes is reported where it is made.</summary>
    public override Mark Removes(ISymbol member, KnownTypes types) =>
        (member.Name == "Validate" && member.IsOf("DataValidation"))
        || member.Find("Validator") is not null
        || member.IsOf("UnitTestDatasets")
        || IsSize(member)
            ? Mark.Unvalidated
            : Mark.None;

    public override Mark Interest(ISymbol used) =>
        used is not IMethodSymbol method ? Mark.None
        : OwnFiles.IsFromPath(method) || EmptySchema.MayTake(method) ? Mark.Any
        : IsUse(SymbolFacts.None.Of(method)) || RawStatistic.MayMake(method) ? Mark.Unvalidated
        : Mark.None;

    public override Mark Accumulated(Mark marks) => (marks & Mark.Unvalidated) == Mark.None ? Mark.None : Mark.Summed;

    public override void Check(FlowCall call, FlowReport report)
    {
        if (EmptySchema.Of(call) is { } schema)
        {
            report.Add(Descriptor, schema, $"'{schema.Syntax}' has no columns, so that rows get through '{call.Method.Name}'");
        }

        if (IsUse(call))
        {
            foreach (var argument in call.Arguments.Where(a => a.Value.Has(Mark.Unvalidated) && !call.Opens(a, Mark.Unvalidated)))
            {
                report.Add(Descriptor, argument.Operation ?? call.Operation, $"{Name(argument)} reaches '{call.Method.Name}'");
            }
        }
    }

    public override void CheckMade(FlowCall call, FlowValue made, FlowReport report)
    {
        if (!made.Has(Mark.Unvalidated) || !IsUse(call))
        {
            return;
        }

        var unvalidated = call.Arguments.Where(static a => a.Value.Has(Mark.Unvalidated)).ToList();
        foreach (var argument in unvalidated.TrueForAll(a => call.Opens(a, Mark.Unvalidated)) ? unvalidated : [])
        {
            report.Add(Descriptor, argument.Operation ?? call.Operation, $"{Name(argument)} reaches '{call.Method.Name}'");
        }
    }

    /// <summary>What was reported at the call is not reported again where its result gets to.</summary>
    public override FlowValue Result(FlowCall call, FlowValue result) =>
        IsUse(call) || CountsRejects(call) ? result.Without(Mark.Unvalidated)
        : OwnFiles.IsFromPath(call.Method) && !OwnFiles.IsOwn(call) ? result.With(Mark.Unvalidated)
        : result.Has(Mark.Unvalidated) && RawStatistic.IsMade(call) ? result.With(Mark.Summed)
        : WordList.IsParsed(call) ? result.Without(Mark.Words).With(Mark.Unvalidated)
        : result;

    /// <summary>What was reported at a stage that uses it is not reported again where the stage's outputs get to.</summary>
    public override FlowValue Input(InputBinding input, PipelineFlow pipeline, FlowValue value) =>
        value.Has(Mark.Unvalidated)
        && !IsQuarantine(input.Output.Name)
        && pipeline.Find(input.Output.Stage) is { Stage.Kind: StageKind.Stage } maker
        && IsGiven(maker)
        && Use(maker) is not null
            ? value.Without(Mark.Unvalidated)
        : value.Has(Mark.Unvalidated) && WordList.Is(input) ? value.Without(Mark.Unvalidated).With(Mark.Words)
        : value;

    /// <summary>The engine calls a stage, so that no call of it takes the marks away.</summary>
    public override FlowValue Output(OutputDeclaration output, PipelineFlow pipeline, FlowValue value) =>
        output.Stage.Method.Find("Validator") is not null ? value.Without(Mark.Unvalidated) : value;

    public override Mark Reported(FlowCall call) =>
        IsUse(call) && call.Arguments.Any(a => a.Value.Has(Mark.Unvalidated) && !call.Opens(a, Mark.Unvalidated))
            ? Mark.Unvalidated
            : Mark.None;

    public override Mark Settles(FlowCall call) => IsUse(call) ? Mark.Unvalidated : Mark.None;

    public override void Check(StageFlow stage, PipelineFlow pipeline, FlowReport report)
    {
        if (!IsGiven(stage))
        {
            return;
        }

        if (Use(stage) is not { } use)
        {
            if (RawStatistic.In(stage, pipeline, static taker => Use(taker) is not null) is { Binding: var rows })
            {
                var summed = $"{rows.Output.Stage.Name} → {stage.Stage.Name}";
                report.Add(Descriptor, rows.Parameter, $"'{rows.Output.Name}' reaches the statistic '{stage.Stage.Name}' ({summed})");
            }

            return;
        }

        // Texts beside the rows are words until something else is made of them.
        var way = stage
            .Inputs.Where(static i => i.Value.Has(Mark.Unvalidated | Mark.Words))
            .OrderBy(static i => i.Value.Has(Mark.Words))
            .Select(i => pipeline.Trace(i, Mark.Unvalidated))
            .FirstOrDefault();
        if (way.IsDefault)
        {
            report.Add(
                Descriptor,
                stage.Stage.Method,
                $"{OwnReading.Of(stage.Stage)} in '{stage.Stage.Name}' reaches what the stage {Makes(stage)}"
            );
            return;
        }

        // The fault is where data become something else: a model, a metric.
        var entry = way.FirstOrDefault(input => IsData(pipeline.Pipeline.ConsumedType(input.Binding.Output))) ?? way[way.Length - 1];
        var stages = string.Join(
            " → ",
            way.Reverse().Select(static input => input.Binding.Output.Stage.Name).Append(stage.Stage.Name).Distinct()
        );
        report.Add(Descriptor, entry.Binding.Parameter, $"'{entry.Binding.Output.Name}' reaches {use} ({stages})");
    }

    /// <summary>Whether a stage makes something of unvalidated data that is more than a list of what is wrong with them.</summary>
    private static bool IsGiven(StageFlow stage) =>
        stage.Stage.Outputs.Any(output =>
            stage.Outputs[output.Ordinal].Has(Mark.Unvalidated)
            && !IsQuarantine(output.Name)
            && !(stage.Stage.Kind == StageKind.Publish && IsQuarantine(stage.Stage.Attributes.Text ?? ""))
        );

    private static bool IsQuarantine(string name) =>
        Array.Exists(Quarantines, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>
    /// How many there are tells nothing of what they are. The length of a text tells something of the text, and a column of the user's own
    /// may be called so, too.
    /// </summary>
    private static bool IsSize(ISymbol member) =>
        member
            is IPropertySymbol
                {
                    Name: "Count" or "Length" or "LongLength",
                    Type.SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64
                }
                or IMethodSymbol { Name: "Count" or "LongCount", Parameters.Length: 1, ContainingType.Name: "Enumerable" }
        && member.ContainingType.SpecialType != SpecialType.System_String
        && !member.Locations.Any(static location => location.IsInSource);

    /// <summary>How many of the rows that did not pass are so tells of the data's quality, and hands on none of them.</summary>
    private static bool CountsRejects(FlowCall call) =>
        call.Method is { Name: "Count" or "LongCount" or "Any" or "All", ContainingType.Name: "Enumerable", TypeArguments: [var element] }
        && (element.Name == "RejectedRow" || (call.Arguments[0].Operation is { } counted && IsQuarantine(LastName(counted))));

    /// <summary>What an expression is called: the variable or member that it reads.</summary>
    private static string LastName(IOperation operation) =>
        operation switch
        {
            IConversionOperation conversion => LastName(conversion.Operand),
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => "",
        };

    private static bool IsUse(SymbolFacts callee) => callee.IsFitting || callee.IsEvaluating;

    /// <summary>Rules and formulas are evaluated, too: only what has a model at hand measures one.</summary>
    private static bool IsUse(FlowCall call) =>
        call.Callee.IsFitting
        || (
            call.Callee.IsEvaluating
            && (
                (call.All & Learned) != Mark.None
                || Provenance.IsModel(call.Method.ContainingType)
                || call.Arguments.Any(static a => Provenance.IsModel(a.Parameter.Type))
            )
        );

    /// <summary>A stage that is called an evaluation, and says not of what, evaluates a model.</summary>
    private static bool HasModel(StageFlow stage) =>
        FittingNames.Words(stage.Stage.Name).Length == 1
        || (stage.Taken & Learned) != Mark.None
        || stage.Inputs.Any(static input => Provenance.IsModel(input.Binding.Parameter.Type));

    /// <summary>
    /// What a stage does that needs validated data. A gate may well look at data that are not: checking them may be its purpose.
    /// </summary>
    private static string? Use(StageFlow stage) =>
        stage.Stage.Kind switch
        {
            StageKind.Publish => $"the publication '{stage.Stage.Name}'",
            StageKind.Gate when (stage.Given & (Mark.Fitted | Mark.Train | Mark.Validation | Mark.Test)) != Mark.None =>
                $"the evaluation that gate '{stage.Stage.Name}' decides by",
            StageKind.Stage when FittingNames.IsFitting(stage.Stage.Name) => $"the training '{stage.Stage.Name}'",
            StageKind.Stage when FittingNames.IsEvaluating(stage.Stage.Name) && HasModel(stage) => $"the evaluation '{stage.Stage.Name}'",
            _ => null,
        };

    /// <summary>What a stage does with data that it has read itself.</summary>
    private static string Makes(StageFlow stage) =>
        stage.Stage.Kind == StageKind.Publish ? "publishes"
        : stage.Stage.Kind == StageKind.Gate ? "decides by"
        : FittingNames.IsFitting(stage.Stage.Name) ? "fits"
        : "measures";

    /// <summary>A short expression as it is written; of a long one, what it begins with.</summary>
    private static string Name(FlowArgument argument) =>
        argument.Operation?.Syntax is not { } syntax ? "This"
        : syntax.ToString() is { Length: < 40 } text && text.IndexOf('\n') < 0 ? $"'{text}'"
        : syntax.DescendantTokens().FirstOrDefault(static token => token.IsKind(SyntaxKind.IdentifierToken))
            is { ValueText.Length: > 0 } first
            ? $"What comes from '{first.ValueText}'"
        : "This";

    private static bool IsData(ITypeSymbol type) =>
        type.SpecialType != SpecialType.System_String
        && (
            type is IArrayTypeSymbol
            || type.IsDataset("Raw")
            || type.IsLanguageType("FileSet")
            || type.IsLanguageType("FileArtifact")
            || type.AllInterfaces.Prepend(type as INamedTypeSymbol)
                .Any(static i => i?.SpecialType == SpecialType.System_Collections_IEnumerable)
        );
}
