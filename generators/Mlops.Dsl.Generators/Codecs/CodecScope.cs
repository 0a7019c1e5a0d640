using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Collections;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Generators.Codecs;

/// <summary>The types that plans have met, and the codec classes that they need.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="fixedHome">Where all codec classes are declared; null for the place that each type's visibility asks for.</param>
internal sealed class CodecScope(Compilation compilation, CodecHome? fixedHome)
{
    /// <summary>The class that has the built-in codecs.</summary>
    public const string Codecs = "global::Mlops.Dsl.Serialization.Codecs.";

    // A type that is being planned has its entry already: a type may contain itself.
    private readonly Dictionary<ITypeSymbol, PlannedCodec> _objects = new(SymbolEqualityComparer.IncludeNullability);
    private readonly List<INamedTypeSymbol> _order = [];
    private readonly List<CodecModel> _models = [];
    private readonly CodecNames _names = new(compilation.AssemblyName);

    public Compilation Compilation => compilation;

    public TypeText Types { get; } = new();

    /// <summary>Whether bodies decide what one of the types holds: see <see cref="StateMembers.DependsOnBodies"/>.</summary>
    public bool DependsOnBodies { get; set; }

    /// <summary>How much is planned: to be given to <see cref="ModelsSince"/> or <see cref="Forget"/>.</summary>
    public (int Types, int Models) Mark() => (_order.Count, _models.Count);

    /// <summary>The codec classes that were planned since.</summary>
    public EquatableArray<CodecModel> ModelsSince((int Types, int Models) mark) => _models.Skip(mark.Models).ToEquatableArray();

    /// <summary>Forgets what was planned since, because a part of it can't be: what refers to that part would not compile.</summary>
    public void Forget((int Types, int Models) mark)
    {
        foreach (var type in _order.Skip(mark.Types))
        {
            _objects.Remove(type);
        }

        _order.RemoveRange(mark.Types, _order.Count - mark.Types);
        _models.RemoveRange(mark.Models, _models.Count - mark.Models);
    }

    /// <summary>Whether generated code beside or outside the type can name a member of it.</summary>
    public bool CanName(ISymbol member) =>
        member.DeclaredAccessibility switch
        {
            Accessibility.Public => true,
            Accessibility.Internal or Accessibility.ProtectedOrInternal => SymbolEqualityComparer.Default.Equals(
                member.ContainingAssembly,
                compilation.Assembly
            ) || compilation.IsSymbolAccessibleWithin(member, compilation.Assembly),
            _ => false,
        };

    /// <summary>The codec of a type, with what its question mark says.</summary>
    /// <param name="type">The type.</param>
    /// <param name="mayBeNull">Whether null is stored even where it is not declared.</param>
    public PlannedCodec Plan(ITypeSymbol type, bool mayBeNull = false)
    {
        var promisesValue = type.NullableAnnotation == NullableAnnotation.NotAnnotated;
        if (!type.IsReferenceType || (promisesValue && !mayBeNull))
        {
            return PlanValue(type);
        }

        if (type.SpecialType == SpecialType.System_String)
        {
            return Codecs + "StringOrNull";
        }

        // Code without nullable annotations promises nothing, so that null has to be expected there too.
        var isDeclared = type.NullableAnnotation == NullableAnnotation.Annotated;
        var inner = PlanValue(promisesValue ? type : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
        return inner.Problem is { } problem ? problem : $"{Codecs}{(isDeclared ? "NullableReference" : "MaybeNull")}({inner.Expression})";
    }

    /// <summary>The codec of a type's values that are not null.</summary>
    public PlannedCodec PlanValue(ITypeSymbol type)
    {
        if (BuiltInCodecs.Scalar(type) is { } scalar)
        {
            return Codecs + scalar;
        }

        return type switch
        {
            IArrayTypeSymbol array => PlanArray(array),
            INamedTypeSymbol { TypeKind: not (TypeKind.Error or TypeKind.Delegate) } named => PlanNamed(named),
            _ => new CodecProblem(type, Refusal.Of(type)),
        };
    }

    private PlannedCodec PlanArray(IArrayTypeSymbol array) =>
        array.Rank switch
        {
            1 => Compose("Array", array.ElementType),
            2 => Compose("Array2", array.ElementType),
            3 => Compose("Array3", array.ElementType),
            _ => new CodecProblem(array, "has more than three dimensions: store the items and their extents"),
        };

    private PlannedCodec PlanNamed(INamedTypeSymbol type)
    {
        if (type.IsLanguageType("FileSet") || type.IsLanguageType("FileArtifact"))
        {
            return Codecs + type.Name;
        }

        if (type.IsObsoleteError())
        {
            return new CodecProblem(type, ObsoleteErrors.Reason);
        }

        if (type.Find("ArtifactCodec") is { } attribute)
        {
            return CustomCodec.Plan(type, attribute, compilation);
        }

        if (RowKinds.Of(type) is var kind and not RowKind.None)
        {
            return RowCodecReference.Plan(type, kind, compilation);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return $"{Codecs}Enum<{Types.CodeOf(type)}>()";
        }

        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return Compose("Nullable", type.TypeArguments[0]);
        }

        if (type.IsTupleType)
        {
            return PlanTuple(type);
        }

        return BuiltInCodecs.Factory(type) is { } factory ? Compose(factory, [.. type.TypeArguments]) : PlanObject(type);
    }

    private PlannedCodec PlanTuple(INamedTypeSymbol type)
    {
        // The underlying type has the rest of a long tuple as its eighth argument.
        var underlying = type.TupleUnderlyingType ?? type;
        return Compose(underlying.TypeArguments.Length == 8 ? "LongTuple" : "Tuple", [.. underlying.TypeArguments]);
    }

    private PlannedCodec Compose(string factory, params ITypeSymbol[] arguments)
    {
        var codecs = new string[arguments.Length];
        for (var i = 0; i < codecs.Length; i++)
        {
            var planned = Plan(arguments[i]);
            if (planned.Problem is { } problem)
            {
                return problem;
            }

            codecs[i] = planned.Expression!;
        }

        return $"{Codecs}{factory}({string.Join(", ", codecs)})";
    }

    private PlannedCodec PlanObject(INamedTypeSymbol type)
    {
        if (_objects.TryGetValue(type, out var known))
        {
            return known;
        }

        if (Refusal.Find(type, compilation) is { } refusal)
        {
            return new CodecProblem(type, refusal);
        }

        if (FindHome(type) is not { } home)
        {
            return new CodecProblem(
                type,
                "is private inside a type that is not partial, so that generated code can't name it: make it internal, or the type around "
                    + "it partial"
            );
        }

        var code = Types.CodeOf(type);
        var className = CodecNames.Class(type, code, isTaken: false);
        if (home.IsNested && fixedHome is null && type.ContainingType?.GetMembers(className).Length > 0)
        {
            className = CodecNames.Class(type, code, isTaken: true);
        }

        var expression = $"{home.FullName}.{className}.Instance";
        _objects.Add(type, expression);
        _order.Add(type);
        var problem = new ObjectPlanner(this).Plan(type, home, className, columnsMayBeNull: false, out var model);
        if (problem is not null)
        {
            return problem;
        }

        _models.Add(model!);
        return expression;
    }

    private CodecHome? FindHome(INamedTypeSymbol type) =>
        fixedHome ?? (HiddenIn(type) is { } container ? CodecHome.Inside(container) : _names.HomeOf(type));

    /// <summary>The type inside which alone a type, or one that it is made of, can be named; null where the whole assembly can.</summary>
    private static INamedTypeSymbol? HiddenIn(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return HiddenIn(array.ElementType);
        }

        for (var declaring = type as INamedTypeSymbol; declaring is not null; declaring = declaring.ContainingType)
        {
            if (declaring.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return declaring.ContainingType;
            }

            // The innermost of several has to be inside the others, or the type could not be named at all.
            if (declaring.TypeArguments.Select(HiddenIn).OfType<INamedTypeSymbol>().OrderByDescending(Depth).FirstOrDefault() is { } hidden)
            {
                return hidden;
            }
        }

        return null;
    }

    private static int Depth(INamedTypeSymbol type) => type.ContainingType is null ? 0 : 1 + Depth(type.ContainingType);
}
