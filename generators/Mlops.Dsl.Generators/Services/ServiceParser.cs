using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Services;

/// <summary>Reads service classes, for the generator and for the rules alike.</summary>
internal static class ServiceParser
{
    private const string Host = "Mlops.Dsl.Serving.ServiceHost";
    private static readonly string[] Reserved = ["Definition", "Connect", "Client"];

    /// <summary>The service; null where nothing can be added to the class.</summary>
    /// <param name="type">The class.</param>
    /// <param name="compilation">The compilation that declares it.</param>
    /// <param name="report">Takes what is wrong.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static ServiceModel? Parse(
        INamedTypeSymbol type,
        Compilation compilation,
        ServiceProblemSink report,
        CancellationToken cancellationToken
    )
    {
        string? problem = null;
        void Note(ServiceProblemKind kind, Location? location, string sentence)
        {
            problem ??= sentence;
            report(kind, location, sentence);
        }

        var attribute = type.Find("Service");
        var name = attribute is null ? null : StageAttributes.FirstText(attribute);
        CheckClass(type, attribute, name, compilation, Note);
        var methods = new List<PredictModel>();
        foreach (var method in MethodsOf(type))
        {
            methods.Add(PredictParser.Parse(method, compilation, Note, cancellationToken));
        }

        if (methods.Count == 0 && attribute is not null)
        {
            Note(
                ServiceProblemKind.InvalidDeclaration,
                NameOf(type),
                $"'{type.Name}' answers nothing: declare a partial method with [Predict]"
            );
        }

        CheckPaths(type, methods, Note);

        // Of some the compiler has said what is wrong, and nobody else does.
        problem ??= methods.Find(static method => method.Problem is not null)?.Problem;
        return CodecHome.ForBodies(type) is not { } home || !LanguageSupport.Holds(compilation)
            ? null
            : new ServiceModel(
                home,
                MetadataNames.Of(type),
                name ?? "",
                attribute is null ? null : AttributeArguments.Named(attribute, "Owner") as string,
                DocSummary.Read(type, cancellationToken),
                methods.ToEquatableArray(),
                problem,
                type.InstanceConstructors.Any(static constructor => !constructor.IsImplicitlyDeclared && !IsGenerated(constructor)),
                LabelOf(methods)
            );
    }

    /// <summary>The methods that predict, in declaration order.</summary>
    public static IEnumerable<IMethodSymbol> MethodsOf(INamedTypeSymbol type) =>
        type.GetMembers()
            .OfType<IMethodSymbol>()
            .Where(static method => method.PartialDefinitionPart is null && method.Find("Predict") is not null);

    /// <summary>A method's name without its ending <c>Async</c>.</summary>
    public static string Plain(string name) =>
        name.Length > "Async".Length && name.EndsWith("Async", StringComparison.Ordinal)
            ? name.Substring(0, name.Length - "Async".Length)
            : name;

    /// <summary>Where a symbol's name is written.</summary>
    public static Location? NameOf(ISymbol symbol) => symbol.Locations.FirstOrDefault(static location => location.IsInSource);

    /// <summary>Whether the generator wrote a member: rules see those, too.</summary>
    public static bool IsGenerated(ISymbol symbol) =>
        symbol
            .GetAttributes()
            .Any(static attribute =>
                attribute
                    is { AttributeClass.Name: "GeneratedCodeAttribute", ConstructorArguments: [{ Value: "Mlops.Dsl.Generators" }, ..] }
            );

    private static void CheckClass(
        INamedTypeSymbol type,
        AttributeData? attribute,
        string? name,
        Compilation compilation,
        ServiceProblemSink note
    )
    {
        if (attribute is null)
        {
            note(
                ServiceProblemKind.InvalidDeclaration,
                NameOf(type),
                $"'{type.Name}' has methods with [Predict] and is no service: mark it [Service(\"a-name\")]"
            );
            return;
        }

        if (name is not null && (!IsName(name) || name == "health"))
        {
            note(
                ServiceProblemKind.InvalidDeclaration,
                StageAttributes.FirstArgumentLocation(attribute),
                name == "health"
                    ? "'health' can't be a service: /health tells how the services are"
                    : $"'{name}' is no name of a service: use lower-case letters and digits, in words joined by single hyphens"
            );
        }

        if (attribute.ConstructorArguments is [{ IsNull: true, Kind: not TypedConstantKind.Error }])
        {
            note(
                ServiceProblemKind.InvalidDeclaration,
                StageAttributes.FirstArgumentLocation(attribute),
                "null is no name of a service: use lower-case letters and digits"
            );
        }

        if (ShapeProblem(type) is { } shape)
        {
            note(ServiceProblemKind.InvalidDeclaration, NameOf(type), $"'{type.Name}' can't be a service: {shape}");
        }

        foreach (var member in Reserved.SelectMany(reserved => type.GetMembers(reserved)).Where(static member => !IsGenerated(member)))
        {
            note(
                ServiceProblemKind.InvalidDeclaration,
                NameOf(member),
                $"'{member.Name}' is the name of a member that the generator adds to '{type.Name}': choose another"
            );
        }

        if (compilation.GetTypeByMetadataName(Host) is null)
        {
            note(
                ServiceProblemKind.InvalidDeclaration,
                NameOf(type),
                $"'{type.Name}' needs the package Mlops.Dsl.Serving: reference it in the project"
            );
        }
    }

    private static string? ShapeProblem(INamedTypeSymbol type) =>
        CodecHome.Inside(type) is null ? "it, and every type that contains it, must be partial and have no type parameters"
        : type.IsStatic || type.IsAbstract ? "it must not be static or abstract"
        : type.Find("Pipeline") is not null ? "it is a pipeline: declare a class of its own"
        : TypeAccess.Of(type) == Accessibility.Private || type.IsFileLocal ? "it must be public or internal, as must be what contains it"
        : null;

    private static void CheckPaths(INamedTypeSymbol type, IReadOnlyList<PredictModel> methods, ServiceProblemSink note)
    {
        foreach (var group in methods.GroupBy(static method => method.Path, StringComparer.Ordinal))
        {
            if (group.Key == "feedback" || !IsName(group.Key) || group.Count() > 1)
            {
                var method = type.GetMembers(group.Last().Name)
                    .OfType<IMethodSymbol>()
                    .LastOrDefault(static candidate => candidate.PartialDefinitionPart is null);
                note(
                    ServiceProblemKind.InvalidDeclaration,
                    method is null ? NameOf(type) : NameOf(method),
                    group.Key == "feedback" ? $"'{group.First().Name}' can't be a method of a service: /feedback takes labels"
                        : group.Count() > 1
                            ? $"'{group.Last().Name}' has the path '{group.Key}' of another method of '{type.Name}': name one of them "
                                + $"otherwise"
                        : $"'{group.First().Name}' gives no path of letters, digits and hyphens: name it otherwise"
                );
            }
        }
    }

    private static LabelModel? LabelOf(IReadOnlyList<PredictModel> methods)
    {
        var labels = methods.Select(static method => method.Label).Distinct().ToList();
        return labels is [{ } only] ? only : null;
    }

    private static bool IsName(string name)
    {
        var isWordStart = true;
        foreach (var c in name)
        {
            if (c == '-' ? isWordStart : c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9')))
            {
                return false;
            }

            isWordStart = c == '-';
        }

        return !isWordStart;
    }
}
