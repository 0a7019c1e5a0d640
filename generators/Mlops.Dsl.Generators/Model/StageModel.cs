using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;
using Mlops.Dsl.Generators.Watching;

namespace Mlops.Dsl.Generators.Model;

/// <summary>One node of the graph.</summary>
/// <param name="Name">The method's name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">The doc comment's summary.</param>
/// <param name="IsStatic">Whether the method is static.</param>
/// <param name="Return">What the method returns.</param>
/// <param name="Arguments">What the method's parameters are given, in order.</param>
/// <param name="Inputs">The inputs among them, in order.</param>
/// <param name="Outputs">What it returns into the graph.</param>
/// <param name="After">The indices of the stages that it waits for without taking data.</param>
/// <param name="Conditions">What decides whether it runs.</param>
/// <param name="Policy">How it is run.</param>
/// <param name="PublishName">The entry that it publishes.</param>
/// <param name="ForEachInput">The position among the inputs of the list that it iterates; -1 for none.</param>
/// <param name="VersionToken">The member that tells whether the source's data has changed.</param>
/// <param name="Governance">What it declares for those who answer for it.</param>
/// <param name="Watch">What it is connected to outside of the pipeline.</param>
internal sealed record StageModel(
    string Name,
    StageKind Kind,
    string? Description,
    bool IsStatic,
    ReturnModel Return,
    EquatableArray<ArgumentModel> Arguments,
    EquatableArray<InputModel> Inputs,
    EquatableArray<OutputModel> Outputs,
    EquatableArray<int> After,
    EquatableArray<ConditionModel> Conditions,
    PolicyModel Policy,
    string? PublishName,
    int ForEachInput,
    VersionTokenModel? VersionToken,
    GovernanceModel Governance,
    WatchModel? Watch
);

/// <summary>What a stage's method returns.</summary>
/// <param name="IsAwaitable">Whether it is a task, to be awaited.</param>
/// <param name="IsTuple">Whether each element is an output.</param>
/// <param name="Type">The C# type of what is returned or awaited; null for nothing.</param>
internal sealed record ReturnModel(bool IsAwaitable, bool IsTuple, string? Type);

/// <summary>The member that identifies a source's data.</summary>
/// <param name="Name">The member.</param>
/// <param name="IsMethod">Whether it is called.</param>
/// <param name="IsStatic">Whether it is static.</param>
/// <param name="IsAwaitable">Whether it returns a task.</param>
/// <param name="TakesCancellationToken">Whether it takes a cancellation token.</param>
internal sealed record VersionTokenModel(string Name, bool IsMethod, bool IsStatic, bool IsAwaitable, bool TakesCancellationToken);
