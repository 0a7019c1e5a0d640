using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;

namespace Mlops.Dsl.Analyzers.Origins;

/// <summary>Reads from an expression where its value comes from.</summary>
internal sealed class OriginReader(IAssemblySymbol assembly, KnownTypes types)
{
    /// <summary>Where the value of an expression comes from.</summary>
    public Origin Read(IOperation? value) => value switch
    {
        null => Origin.None,
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is string text ? new Origin.Constant(text) : Origin.None,
        ILocalReferenceOperation local => new Origin.Place(local.Local),
        IParameterReferenceOperation { Parameter: { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: IPropertySymbol set } } given } when given.Ordinal == set.Parameters.Length =>
            new Origin.Place(set.Canonical()),
        IParameterReferenceOperation parameter => new Origin.Place(parameter.Parameter.CanonicalParameter()),
        IFieldReferenceOperation field => OfField(field),
        IPropertyReferenceOperation property => OfProperty(property),
        IInvocationOperation call => OfCall(call),
        IObjectCreationOperation creation => Origin.Any(creation.Arguments.Select(Read).Concat(Elements(creation.Initializer))),
        IArgumentOperation argument => Read(argument.Value),
        IBinaryOperation binary => OfSum(Unconverted(Leftmost(binary))),
        IInterpolatedStringOperation text => OfInterpolation(text),
        IConversionOperation conversion => Read(conversion.Operand),
        IAwaitOperation awaited => Read(awaited.Operation),
        IConditionalOperation choice => Origin.All([Read(choice.WhenTrue), Read(choice.WhenFalse)]),
        ICoalesceOperation choice => Origin.All([Read(choice.Value), Read(choice.WhenNull)]),
        ISwitchExpressionOperation choice => Origin.All(choice.Arms.Select(arm => Read(arm.Value))),
        IConditionalAccessOperation access => Read(access.WhenNotNull),
        IConditionalAccessInstanceOperation instance => Read(Accessed(instance)),
        IAssignmentOperation assignment => Read(assignment.Value),
        IParenthesizedOperation parenthesized => Read(parenthesized.Operand),
        ITupleOperation tuple => new Origin.Tuple([.. tuple.Elements.Select(Read)]),
        IArrayCreationOperation array => Origin.All(array.Initializer is null ? [] : array.Initializer.ElementValues.Select(Read)),
        ICollectionExpressionOperation list => Origin.All(list.Elements.Select(Read)),
        ISpreadOperation spread => Read(spread.Operand),
        IArrayElementReferenceOperation element => Read(element.ArrayReference),
        IImplicitIndexerReferenceOperation element => Read(element.Instance),
        IDelegateCreationOperation creation => Read(creation.Target),
        IAnonymousFunctionOperation lambda => new Origin.Place(lambda.Symbol),
        IMethodReferenceOperation reference => new Origin.Place(reference.Method.Canonical()),
        ITranslatedQueryOperation query => Read(query.Operation),
        IDeclarationExpressionOperation declaration => Read(declaration.Expression),
        IWithOperation with => Read(with.Operand),
        _ => Origin.None,
    };

    /// <summary>Where what a call is given comes from: its receiver and its arguments, as far as they can carry a path.</summary>
    public IEnumerable<Origin> Inputs(IInvocationOperation call) =>
        call.Arguments.Where(static argument => argument.Parameter?.RefKind != RefKind.Out).Select(static argument => argument.Value).Prepend(call.Instance)
            .Where(static value => value is not null && PathTypes.Includes(Unconverted(value).Type))
            .Select(Read);

    private Origin OfField(IFieldReferenceOperation reference) =>
        reference.Field.ContainingType is { IsTupleType: true } tuple ? Origin.ElementOf(Read(reference.Instance), Ordinal(tuple, reference.Field))
        : reference.Field.IsIn(assembly) ? new Origin.Place(reference.Field.Canonical())
        : reference.Instance is null ? Origin.Outside
        : Read(reference.Instance);

    /// <summary>The position of an element that may be named or called Item1; -1 if the code is too broken to tell.</summary>
    private static int Ordinal(INamedTypeSymbol tuple, IFieldSymbol element)
    {
        for (var i = 0; i < tuple.TupleElements.Length; i++)
        {
            if (tuple.TupleElements[i].Name == element.Name || element.Name == "Item" + (i + 1).ToString(CultureInfo.InvariantCulture))
            {
                return i;
            }
        }

        return -1;
    }

    private Origin OfProperty(IPropertyReferenceOperation reference)
    {
        var property = reference.Property;
        if (property.Name == "TemporaryDirectory" && IsStageContext(property.ContainingType))
        {
            return new Origin.Temporary();
        }

        if (property.ContainingType.Is(types.FileArtifact))
        {
            return property.Name != "Location" ? Origin.Outside : Read(reference.Instance) is Origin.Temporary own ? own : new Origin.ArtifactFile();
        }

        return property.IsIn(assembly) ? new Origin.Place(property.Canonical())
            : reference.Instance is null ? Origin.Outside
            : property.Name is "Directory" or "DirectoryName" or "Parent" ? new Origin.Derived(Read(reference.Instance))
            : Read(reference.Instance);
    }

    private Origin OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.LocalFunction || (method.IsIn(assembly) && method.MethodKind != MethodKind.DelegateInvoke))
        {
            return new Origin.Call(
                (IMethodSymbol)method.Canonical(),
                call.Arguments.Where(static argument => argument.Parameter is not null && PathTypes.Includes(argument.Parameter.Type))
                    .GroupBy(static argument => argument.Parameter!.Ordinal)
                    .ToImmutableDictionary(static argument => argument.Key, argument => Read(argument.First().Value)));
        }

        if (IsStageContext(method.ContainingType))
        {
            return new Origin.Temporary();
        }

        if (PathFunctions.Find(method) is { } function)
        {
            return function([.. call.Arguments.OrderBy(static argument => argument.Parameter?.Ordinal).Select(Read)]);
        }

        var inputs = Inputs(call).ToList();
        return inputs.Count == 0 ? Origin.Outside : Origin.Any(inputs);
    }

    private Origin OfSum(IOperation first) => IsNoPath(first.Type) ? new Origin.Constant("") : new Origin.Derived(Read(first));

    /// <summary>Whether a text that begins with a value of a type begins with no folder: a number, a date, an identifier.</summary>
    private bool IsNoPath(ITypeSymbol? type) => type is { IsValueType: true } && !type.IsIn(assembly) && !PathTypes.Includes(type);

    private Origin OfInterpolation(IInterpolatedStringOperation text) => text.Parts.FirstOrDefault() switch
    {
        IInterpolatedStringTextOperation { Text.ConstantValue: { HasValue: true, Value: string start } } => new Origin.Constant(start),
        IInterpolationOperation hole when IsNoPath(hole.Expression.Type) => new Origin.Constant(""),
        IInterpolationOperation hole => text.Parts.Length == 1 ? Read(hole.Expression) : new Origin.Derived(Read(hole.Expression)),
        _ => Origin.None,
    };

    private IEnumerable<Origin> Elements(IObjectOrCollectionInitializerOperation? initializer) => (initializer?.Initializers ?? []).Select(element => element switch
    {
        IInvocationOperation add => Origin.All(add.Arguments.Select(Read)),
        _ => Read(element),
    });

    private bool IsStageContext(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Is(types.StageContext))
            {
                return true;
            }
        }

        return false;
    }

    private static IOperation Leftmost(IBinaryOperation binary)
    {
        IOperation left = binary;
        while (left is IBinaryOperation { LeftOperand: var operand })
        {
            left = operand;
        }

        return left;
    }

    private static IOperation? Accessed(IOperation instance)
    {
        for (var (child, parent) = (instance, instance.Parent); parent is not null; (child, parent) = (parent, parent.Parent))
        {
            if (parent is IConditionalAccessOperation access && access.WhenNotNull == child)
            {
                return access.Operation;
            }
        }

        return null;
    }

    private static IOperation Unconverted(IOperation value) => value is IConversionOperation conversion ? Unconverted(conversion.Operand) : value;
}
