using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>
/// Calls into libraries, whose code is not seen. Their signatures tell what gets where. Where the result mentions no type parameter, it may
/// come from anything.
/// </summary>
/// <param name="context">The body that calls.</param>
/// <param name="functions">Calls of functions among the arguments.</param>
/// <param name="files">What the stage has written.</param>
/// <param name="pairs">What queries make of names with something beside each.</param>
internal sealed class LibraryCalls(FrameContext context, FunctionCalls functions, WrittenFiles files, NamedPairs pairs)
{
    private readonly LibraryChanges _changes = new(context);

    /// <summary>What a call gives.</summary>
    public FlowValue Call(CallSite site)
    {
        if (OwnFiles.IsFromPath(site.Method))
        {
            return files.All;
        }

        var (instance, arguments) = (site.Instance, site.Arguments);
        if (ReferenceEquals(instance, FlowValue.None) && arguments.All(static a => ReferenceEquals(a.Value, FlowValue.None)))
        {
            // Nothing goes in, so that nothing comes out.
            _changes.Clear(arguments);
            return FlowValue.None;
        }

        var definition = site.Method.OriginalDefinition;
        var held = new HeldValues();
        var all = instance;
        if (definition.ContainingType is { } type)
        {
            held.Add(type, instance);
        }

        for (var i = 0; i < arguments.Length; i++)
        {
            if (!Signatures.IsCalledBack(definition.Parameters[i], arguments[i]))
            {
                all = all.Join(arguments[i].Value);
                held.Add(definition.Parameters[i].Type, arguments[i].Value);
            }
        }

        var given = arguments.Any(static a => !a.Value.Functions.IsEmpty) ? CallBack(site, held, all) : FlowValue.None;
        var everything = all.Join(given);
        _changes.Store(site, everything, given);
        files.Write(site.Method, everything, arguments);
        return Known(site, given) ?? Result(site, held, all, given, everything);
    }

    /// <summary>What a call gives whose method is known for it; null for any other.</summary>
    private FlowValue? Known(CallSite site, FlowValue given)
    {
        var (definition, arguments) = (site.Method.OriginalDefinition, site.Arguments);
        if (definition is { Name: "GetFile" } && definition.ContainingType.IsLanguageType("StageContext"))
        {
            return site.Instance.Member(PartNames.Files);
        }

        if (definition.MethodKind == MethodKind.Constructor)
        {
            return given.Join(LibraryObjects.Created(definition, arguments));
        }

        if (
            site.Method.Name == "GetValueOrDefault"
            && arguments is [{ Parameter.Type: INamedTypeSymbol keyed }, { Operation: var at }, ..]
            && KeyedValues.AreApart(keyed, arguments[0].Value)
        )
        {
            return KeyedValues.Under(arguments[0].Value, at).With(AskedFor(site));
        }

        // Whether there is something under a key tells of the keys, and nothing of what lies under them.
        return site.Method.Name is "TryGetValue" or "ContainsKey" && KeyedValues.AreApart(definition.ContainingType, site.Instance)
            ? site.Instance.Member(KeyedValues.Key).With(AskedFor(site))
            : null;
    }

    /// <summary>What comes out of a call by the types in its signature.</summary>
    /// <param name="site">The call.</param>
    /// <param name="held">What is known of the type parameters.</param>
    /// <param name="all">What goes in.</param>
    /// <param name="given">What the functions among the arguments give.</param>
    /// <param name="everything">Both.</param>
    private FlowValue Result(CallSite site, HeldValues held, FlowValue all, FlowValue given, FlowValue everything)
    {
        var definition = site.Method.OriginalDefinition;
        var mentioned = Signatures.Mentioned(definition.ReturnType).Where(held.Knows).ToList();
        var result =
            mentioned.Count == 0 ? everything
            : mentioned.Count > 1 && KeyedValues.AreApart(definition.ContainingType, site.Instance) ? site.Instance
            : KeyedValues.TypeIn(definition.ReturnType) is { } keyed ? held.Keyed(keyed, all)
            : mentioned.Aggregate(FlowValue.None, (value, parameter) => value.Join(held[parameter]));
        result = pairs.Queried(site, result.With(everything.All & context.Symbols.Choices));
        return Choosers.Chosen(
            context.Symbols,
            site,
            site.Method.Name == "GetValueOrDefault" ? result.With(AskedFor(site)) : result,
            all,
            given
        );
    }

    /// <summary>
    /// Calls the functions among the arguments with what their parameters' types can hold. Twice, because what one gives may be what it
    /// takes.
    /// </summary>
    private FlowValue CallBack(CallSite site, HeldValues held, FlowValue all)
    {
        var (parameters, arguments) = (site.Method.OriginalDefinition.Parameters, site.Arguments);
        var given = FlowValue.None;
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < arguments.Length; i++)
            {
                if (Signatures.IsCalledBack(parameters[i], arguments[i]) && Signatures.OfFunction(parameters[i].Type) is { } signature)
                {
                    ImmutableArray<FlowValue> values = [.. signature.Parameters.Select(p => held.Of(p.Type, all))];
                    var result = functions.Invoke(arguments[i].Value, values, site.Operation, []);
                    given = given.Join(result);
                    held.Add(signature.ReturnType, result);
                }
            }
        }

        return given;
    }

    private Mark AskedFor(CallSite site) => KeyedValues.AskedFor(site.Method.OriginalDefinition, site.Arguments, context.Symbols);
}
