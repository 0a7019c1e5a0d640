using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Reach;

/// <summary>An operation that a rule asked for, and what surrounds it.</summary>
/// <param name="operation">The operation.</param>
/// <param name="member">The method, constructor, property, field or event that it uses; null for an operation that the rule asked for by
/// kind.</param>
/// <param name="owner">The member whose body holds it.</param>
/// <param name="isInStage">Whether that is a stage.</param>
/// <param name="surroundings">What the compiler gives.</param>
/// <param name="types">The language's types.</param>
/// <param name="origins">Tells where values come from.</param>
/// <param name="artifacts">What stages return.</param>
internal sealed class ReachedOperation(
    IOperation operation,
    ISymbol? member,
    ISymbol owner,
    bool isInStage,
    Surroundings surroundings,
    KnownTypes types,
    OriginJudge origins,
    Lazy<ArtifactTypes> artifacts
)
{
    /// <summary>The operation.</summary>
    public IOperation Operation => operation;

    /// <summary>
    /// The method, constructor, property, field or event that it uses; null for an operation that the rule asked for by kind.
    /// </summary>
    public ISymbol? Member => member;

    /// <summary>The member whose body holds the operation.</summary>
    public ISymbol Owner => owner;

    /// <summary>
    /// Whether that is a stage, so that a fault is shown while its body is typed. What helpers do is told at the end alone.
    /// </summary>
    public bool IsInStage => isInStage;

    public KnownTypes Types => types;

    /// <summary>Tells where values come from.</summary>
    public OriginJudge Origins => origins;

    /// <summary>The types of artifacts. Costs a look at all stages when first asked for.</summary>
    public ArtifactTypes Artifacts => artifacts.Value;

    public Compilation Compilation => surroundings.Compilation;

    public CancellationToken CancellationToken => surroundings.CancellationToken;

    /// <summary>The values of a team policy that is a list, for the operation's file.</summary>
    public IEnumerable<string> Policy(string name) => surroundings.Options.Values(operation.Syntax.SyntaxTree, name);

    /// <summary>The member as a message names it: <c>File.WriteAllText</c>, <c>new Random</c>, <c>DateTime.Now</c>.</summary>
    public string MemberName =>
        member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor ? "new " + constructor.ContainingType.Name
        : member is null ? operation.Syntax.ToString()
        : $"{member.ContainingType.Name}.{member.Name}";

    /// <summary>
    /// The value given for a parameter of the called method or constructor; null if there is no such parameter, or nothing was given.
    /// </summary>
    public IOperation? Argument(string parameter)
    {
        var arguments = operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => ImmutableArray<IArgumentOperation>.Empty,
        };
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == parameter && argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>A fault at the operation.</summary>
    /// <param name="arguments">The arguments of the rule's message after <c>{0}</c>, which is the stage.</param>
    public Fault Fault(params ImmutableArray<object> arguments) => new(operation.Syntax.GetLocation(), arguments);
}
