using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Calls into libraries, whose code is not seen. Their signatures tell what gets where: what <c>Select&lt;TSource, TResult&gt;</c> returns
/// comes from where a TResult comes from, so from the lambda; the lambda's TSource is what the sequence holds. Where the result mentions no
/// type parameter, it may come from anything.
/// </summary>
internal sealed partial class FlowFrame
{
    private static readonly ImmutableArray<string> Mutators =
    [
        "Add",
        "Append",
        "Insert",
        "Push",
        "Enqueue",
        "Write",
        "Set",
        "Put",
        "TryAdd",
        "GetOrAdd",
        "UnionWith",
        "Prepend",
        "Fill",
        "Merge",
        "Update",
        "Replace",
        "TryWrite",
        "TryEnqueue",
        "TryPush",
        "Post",
        "SendAsync",
    ];

    private FlowValue CallLibrary(
        IMethodSymbol method,
        IOperation? instanceOperation,
        FlowValue instance,
        ImmutableArray<FlowArgument> arguments,
        IOperation site
    )
    {
        if (OwnFiles.IsFromPath(method))
        {
            return Written();
        }

        if (ReferenceEquals(instance, FlowValue.None) && arguments.All(static a => ReferenceEquals(a.Value, FlowValue.None)))
        {
            // Nothing goes in, so that nothing comes out.
            foreach (var argument in arguments.Where(static a => a.Parameter.RefKind == RefKind.Out))
            {
                Store(argument.Operation, FlowValue.None, isWhole: true);
            }

            return FlowValue.None;
        }

        var definition = method.OriginalDefinition;
        var held = new Dictionary<ITypeSymbol, FlowValue>(SymbolEqualityComparer.Default);
        var all = instance;
        if (definition.ContainingType is { } type)
        {
            Hold(type, instance, held);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (!IsCalledBack(definition.Parameters[i], arguments[i]))
            {
                all = all.Join(arguments[i].Value);
                Hold(definition.Parameters[i].Type, arguments[i].Value, held);
            }
        }

        var functions = arguments.Any(static a => !a.Value.Functions.IsEmpty)
            ? CallBack(definition, arguments, held, all, site)
            : FlowValue.None;
        var everything = all.Join(functions);
        Change(method, instanceOperation, arguments, everything, functions);
        Write(method, everything, arguments);
        if (definition is { Name: "GetFile" } && definition.ContainingType.IsLanguageType("StageContext"))
        {
            return instance.Member(WrittenFiles);
        }

        if (definition.MethodKind == MethodKind.Constructor)
        {
            return functions.Join(Created(definition, arguments));
        }

        if (
            method.Name == "GetValueOrDefault"
            && arguments is [{ Parameter.Type: INamedTypeSymbol keyed }, { Operation: var at }, ..]
            && HasKeys(keyed, arguments[0].Value)
        )
        {
            return UnderKey(arguments[0].Value, at).With(AskedFor(definition, arguments));
        }

        if (method.Name is "TryGetValue" or "ContainsKey" && HasKeys(definition.ContainingType, instance))
        {
            // Whether there is something under a key tells of the keys, and nothing of what lies under them.
            return instance.Member(Key).With(AskedFor(definition, arguments));
        }

        var mentioned = Mentioned(definition.ReturnType).Where(held.ContainsKey).ToList();
        var result =
            mentioned.Count == 0 ? everything
            : mentioned.Count > 1 && HasKeys(definition.ContainingType, instance) ? instance
            : KeyedIn(definition.ReturnType) is { } pairs ? Under(pairs, held, all)
            : mentioned.Aggregate(FlowValue.None, (value, parameter) => value.Join(held[parameter]));
        result = Placed(method, definition, arguments, result.With(everything.All & _engine.Symbols.Choices), site);
        return Chosen(
            method,
            method.Name == "GetValueOrDefault" ? result.With(AskedFor(definition, arguments)) : result,
            all,
            functions,
            arguments
        );
    }

    /// <summary>
    /// What a library's constructor makes: what becomes a property of the same name is that property's, the rest is anywhere in the object.
    /// </summary>
    private static FlowValue Created(IMethodSymbol constructor, ImmutableArray<FlowArgument> arguments)
    {
        var created = FlowValue.None;
        for (var i = 0; i < arguments.Length; i++)
        {
            if (!IsCalledBack(constructor.Parameters[i], arguments[i]))
            {
                created = PropertyOf(constructor.Parameters[i]) is { } property
                    ? created.WithMember(property.Name, arguments[i].Value)
                    : created.Join(arguments[i].Value);
            }
        }

        return created;
    }

    /// <summary>The property that a parameter of a library's constructor or deconstruction stands for; null if there is none.</summary>
    private static IPropertySymbol? PropertyOf(IParameterSymbol parameter) =>
        parameter.Name.Length == 0
            ? null
            : parameter.ContainingType.GetMembers(char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1)).FirstOrDefault()
                as IPropertySymbol;

    /// <summary>
    /// Calls the functions among the arguments with what their parameters' types can hold. Twice, because what one gives may be what it
    /// takes.
    /// </summary>
    private FlowValue CallBack(
        IMethodSymbol definition,
        ImmutableArray<FlowArgument> arguments,
        Dictionary<ITypeSymbol, FlowValue> held,
        FlowValue all,
        IOperation site
    )
    {
        var given = FlowValue.None;
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                if (IsCalledBack(definition.Parameters[i], arguments[i]) && Signature(definition.Parameters[i].Type) is { } signature)
                {
                    var result = Invoke(arguments[i].Value, [.. signature.Parameters.Select(p => Held(p.Type, held, all))], site, []);
                    given = given.Join(result);
                    Hold(signature.ReturnType, result, held);
                }
            }
        }

        return given;
    }

    // An object that holds functions, such as an element of a list of them, is kept as it is.
    private static bool IsCalledBack(IParameterSymbol parameter, FlowArgument argument) =>
        !argument.Value.Functions.IsEmpty && Signature(parameter.Type) is not null;

    private static IMethodSymbol? Signature(ITypeSymbol type) =>
        type is not INamedTypeSymbol named
            ? null
            : named.DelegateInvokeMethod
                ?? (
                    named is { Name: "Expression", TypeArguments: [INamedTypeSymbol { DelegateInvokeMethod: { } quoted }] } ? quoted : null
                );

    private static FlowValue Held(ITypeSymbol type, Dictionary<ITypeSymbol, FlowValue> held, FlowValue all)
    {
        if (KeyedIn(type) is { } keyed)
        {
            return Under(keyed, held, all);
        }

        var mentioned = Mentioned(type).ToList();
        return mentioned.Count == 0
            ? all
            : mentioned.Aggregate(
                FlowValue.None,
                (value, parameter) => held.TryGetValue(parameter, out var known) ? value.Join(known) : value
            );
    }

    /// <summary>Keys, and what lies under them; of a number, such as a count, no more is known than of what was counted.</summary>
    private static FlowValue Under(INamedTypeSymbol keyed, Dictionary<ITypeSymbol, FlowValue> held, FlowValue all) =>
        Keyed(
            Held(keyed.TypeArguments[0], held, all),
            Mentioned(keyed.TypeArguments[1]).Any() ? Held(keyed.TypeArguments[1], held, all) : FlowValue.Of(all.Own)
        );

    private static void Hold(ITypeSymbol type, FlowValue value, Dictionary<ITypeSymbol, FlowValue> held)
    {
        if (KeyedIn(type) is { } named && HasKeys(named, value))
        {
            Hold(named.TypeArguments[0], value.Member(Key), held);
            Hold(named.TypeArguments[1], value.Member(Value), held);
            return;
        }

        foreach (var parameter in Mentioned(type))
        {
            held[parameter] = held.TryGetValue(parameter, out var known) ? known.Join(value) : value;
        }
    }

    private static IEnumerable<ITypeSymbol> Mentioned(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol => [type],
            IArrayTypeSymbol array => Mentioned(array.ElementType),
            INamedTypeSymbol { IsGenericType: true } named => named
                .TypeArguments.SelectMany(Mentioned)
                .Concat(named.ContainingType is { } outer ? Mentioned(outer) : []),
            INamedTypeSymbol { ContainingType: { } outer } => Mentioned(outer),
            _ => [],
        };

    /// <summary>What a call changes: by-reference arguments, the target of a copy, and an object to which something is added.</summary>
    private void Change(
        IMethodSymbol method,
        IOperation? instanceOperation,
        ImmutableArray<FlowArgument> arguments,
        FlowValue everything,
        FlowValue functions
    )
    {
        var isCopy =
            method.Name.StartsWith("Copy", StringComparison.Ordinal) || method.Name is "BlockCopy" or "ConstrainedCopy" or "TryCopyTo";
        foreach (var argument in arguments)
        {
            if (
                argument.Parameter.RefKind is RefKind.Out or RefKind.Ref
                || (
                    (isCopy || IsEncoded(method, argument.Parameter))
                    && argument.Operation?.Type is { IsReferenceType: true } or { IsRefLikeType: true }
                )
            )
            {
                var given =
                    method.Name == "TryGetValue"
                    && instanceOperation is not null
                    && Evaluate(instanceOperation) is var table
                    && IsKeyed(method.ContainingType)
                        ? UnderKey(table, arguments[0].Operation).With(AskedFor(method.OriginalDefinition, arguments))
                        : everything;
                Store(argument.Operation, given, isWhole: argument.Parameter.RefKind == RefKind.Out);
            }
        }

        if (instanceOperation is null && Adds(method) && arguments is [{ Operation: { } first, Parameter.Type.IsReferenceType: true }, ..])
        {
            Store(
                first,
                IsKeyed(first.Type as INamedTypeSymbol) && arguments.Length > 1 ? Keyed(arguments.RemoveAt(0), functions) : everything,
                isWhole: false
            );
        }

        if (
            instanceOperation?.Type is { IsReadOnly: false, SpecialType: not SpecialType.System_String }
            && (everything.All != Mark.None || everything.HoldsFunctions)
            && Mutates(method.Name)
        )
        {
            Store(instanceOperation, IsKeyed(method.ContainingType) ? Keyed(arguments, functions) : everything, isWhole: false);
        }
    }

    /// <summary>Whether a parameter is what a method writes text to, as bytes or characters.</summary>
    private static bool IsEncoded(IMethodSymbol method, IParameterSymbol parameter) =>
        parameter.Type is IArrayTypeSymbol or { Name: "Span" }
        && method.Name
            is "GetBytes"
                or "TryGetBytes"
                or "GetChars"
                or "TryGetChars"
                or "TryWrite"
                or "TryFormat"
                or "FromUtf16"
                or "ToUtf16"
                or "EncodeToUtf8";

    /// <summary>Whether a static method adds to its first argument. Extension methods that append mostly make a new sequence.</summary>
    private static bool Adds(IMethodSymbol method) =>
        (method.IsExtensionMethod || method.ContainingType is { Name: "CollectionsMarshal" or "ImmutableInterlocked" })
        && (
            method.Name.StartsWith("Add", StringComparison.Ordinal) || method.Name is "TryAdd" or "InsertRange" or "GetValueRefOrAddDefault"
        );

    private static bool Mutates(string name)
    {
        foreach (var mutator in Mutators)
        {
            if (name.StartsWith(mutator, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
