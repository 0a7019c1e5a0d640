using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Columns;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>Plans the codec class of a record, class or struct.</summary>
internal sealed class ObjectPlanner(CodecScope scope)
{
    /// <summary>Plans the codec class of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="home">Where the class is declared.</param>
    /// <param name="className">The class's name.</param>
    /// <param name="columnsMayBeNull">Whether null is stored even where it is not declared.</param>
    /// <param name="model">The plan.</param>
    /// <returns>Why there is none, or null.</returns>
    public CodecProblem? Plan(INamedTypeSymbol type, CodecHome home, string className, bool columnsMayBeNull, out CodecModel? model)
    {
        model = null;
        if (type.IsAbstract)
        {
            return PlanCases(type, home, className, out model);
        }

        var state = new StateMembers(scope.CanName);
        var incomplete = state.Collect(type);
        scope.DependsOnBodies |= state.DependsOnBodies;
        if (incomplete is not null)
        {
            return new CodecProblem(type, incomplete);
        }

        // What is being typed has no name yet.
        if (state.Members.Any(static member => member.Name.Length == 0))
        {
            return new CodecProblem(type, "has a member without a name");
        }

        if (ConstructorChoice.Find(type, state.Members, scope.CanName) is not { } choice)
        {
            return new CodecProblem(type, NoConstructor(state.Members));
        }

        var members = new List<CodecMember>();
        foreach (var member in state.Members)
        {
            var planned = scope.Plan(member.Type, columnsMayBeNull);
            if (planned.Problem is { } problem)
            {
                return problem.Inside(member.Name);
            }

            members.Add(Describe(member.Name, member.Type, planned.Expression!, columnsMayBeNull));
        }

        var fidelity = new ObjectFidelity(type, state.Members, choice);
        scope.DependsOnBodies |= fidelity.DependsOnBodies;
        model = Create(type, home, className) with
        {
            MayChangeValues = fidelity.MayChangeValues,
            MembersAreReadOnly = type.IsValueType || state.Members.All(static member => member.IsReadOnly),
            Members = members.ToEquatableArray(),
            ConstructorArguments = choice.Arguments.ToEquatableArray(),
            InitializedMembers = fidelity.Initialized.ToEquatableArray(),
        };
        return null;
    }

    /// <summary>
    /// Plans the codec class of a record whose positional columns are still to be written. Any of them may be null, as in a row.
    /// </summary>
    public CodecProblem? PlanPositional(
        INamedTypeSymbol type,
        IReadOnlyList<Column> columns,
        CodecHome home,
        string className,
        out CodecModel? model
    )
    {
        model = null;
        var members = new List<CodecMember>();
        foreach (var (property, _) in columns)
        {
            var planned = scope.Plan(property.Type, mayBeNull: true);
            if (planned.Problem is { } problem)
            {
                return problem.Inside(property.Name);
            }

            members.Add(Describe(property.Name, property.Type, planned.Expression!, mayBeNull: true));
        }

        model = Create(type, home, className) with
        {
            MembersAreReadOnly = true,
            Members = members.ToEquatableArray(),
            ConstructorArguments = Enumerable.Range(0, members.Count).ToEquatableArray(),
        };
        return null;
    }

    /// <summary>Why no way makes an object of some members, in words that follow the type's name.</summary>
    public static string NoConstructor(IReadOnlyList<StateMember> members)
    {
        var unsettable = members.Where(static member => !member.IsSettable).Select(static member => $"'{member.Name}'").ToList();
        return unsettable.Count == 0
            ? "has no constructor that takes members only, or none at all that generated code can call"
            : $"can't be made again: no constructor that generated code can call takes {string.Join(", ", unsettable)}, and what can't be "
                + $"set by init has to be taken by name and type";
    }

    /// <summary>An abstract type is stored as the case that is there.</summary>
    private CodecProblem? PlanCases(INamedTypeSymbol type, CodecHome home, string className, out CodecModel? model)
    {
        model = null;
        var cases = new List<CodecCase>();
        foreach (var (derived, name) in CodecCases.Of(type))
        {
            var planned = scope.PlanValue(derived);
            if (planned.Problem is { } problem)
            {
                return problem.Path.Length > 0 ? problem.Inside(derived.Name) : problem;
            }

            cases.Add(new CodecCase(TypeText.Code(derived), name, planned.Expression!));
        }

        if (cases.Count == 0)
        {
            return new CodecProblem(
                type,
                "is abstract and has no cases beside or inside it: declare the type that is there, or name a codec with [ArtifactCodec]"
            );
        }

        model = Create(type, home, className) with { MembersAreReadOnly = true, Cases = cases.ToEquatableArray() };
        return null;
    }

    private CodecModel Create(INamedTypeSymbol type, CodecHome home, string className) =>
        new(
            CodecNames.Hint(home, className, scope.Types.CodeOf(type)),
            home,
            className,
            scope.Types.CodeOf(type),
            TypeText.Display(type),
            MembersAreReadOnly: false,
            MayChangeValues: false,
            default,
            default,
            default,
            default
        );

    private CodecMember Describe(string name, ITypeSymbol type, string codec, bool mayBeNull)
    {
        var promisesValue = type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.NotAnnotated } && !mayBeNull;
        return new CodecMember(
            TypeText.Identifier(name),
            scope.Types.CodeOf(type),
            codec,
            promisesValue || type.IsValueType ? BuiltInCodecs.Method(type) : null,
            promisesValue
        );
    }
}
