using System.Reflection.Metadata;
using Mlops.Dsl.Build.Instructions;
using Mlops.Dsl.Build.Metadata;
using Mlops.Dsl.Build.State;

namespace Mlops.Dsl.Build.SetUp;

/// <summary>Tells where a main method starts the engine, and with it the stages, or may do so.</summary>
/// <param name="body">The main method.</param>
/// <param name="resolver">Finds what is called.</param>
internal sealed class EngineStarts(ProgramBody body, Resolver resolver)
{
    /// <summary>Whether an assembly runs stages: the engine, or the program around it.</summary>
    public static bool IsEngine(string? assembly) => assembly is "Mlops.Dsl.Engine" or "Mlops.Dsl.Runtime";

    /// <summary>The instructions that call the engine, or a method of the program's own that starts it.</summary>
    /// <param name="starts">Whether a method of the program's own starts the engine.</param>
    public IReadOnlySet<int> Find(Func<MethodId, bool> starts) =>
        Enumerable
            .Range(0, body.Instructions.Count)
            .Where(index => IsCall(index) && (IsEngine(PackageOf(index)) || Targets(index).Any(starts)))
            .ToHashSet();

    /// <summary>The instructions of which it is not sure that they don't start the engine.</summary>
    /// <param name="mayStart">Whether a method of the program's own may start the engine.</param>
    public IReadOnlySet<int> FindPossible(Func<MethodId, bool> mayStart) =>
        Enumerable.Range(0, body.Instructions.Count).Where(index => MayStart(index, mayStart)).ToHashSet();

    private bool MayStart(int index, Func<MethodId, bool> mayStart) =>
        body.Instructions[index].Code switch
        {
            OpCode.CallIndirect => true,
            OpCode.LoadFunction or OpCode.LoadVirtualFunction => Targets(index).Any(mayStart),
            _ => IsCall(index)
                && (
                    Targets(index).Any(mayStart)
                    || (PackageOf(index) is { } package && !SharedStateRules.IsLoggingFacade(package))
                    || InvokesDelegate(index)
                ),
        };

    private bool IsCall(int index) => body.Instructions[index].Code is OpCode.Call or OpCode.CallVirtual or OpCode.NewObject;

    private IReadOnlyList<MethodId> Targets(int index) => resolver.ResolveMethods(body.Method.Module, body.Instructions[index].Entity);

    private string? PackageOf(int index) =>
        Reference(body.Instructions[index].Entity) is { } member
            ? resolver.ResolveType(body.Method.Module, member.Parent)?.Package?.Name
            : null;

    private bool InvokesDelegate(int index) =>
        Reference(body.Instructions[index].Entity) is { } member
        && body.Method.Module.Reader.GetString(member.Name) is "Invoke" or "DynamicInvoke" or "BeginInvoke";

    private MemberReference? Reference(EntityHandle method)
    {
        var reader = body.Method.Module.Reader;
        return method.Kind switch
        {
            HandleKind.MethodSpecification => Reference(reader.GetMethodSpecification((MethodSpecificationHandle)method).Method),
            HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)method),
            _ => null,
        };
    }
}
