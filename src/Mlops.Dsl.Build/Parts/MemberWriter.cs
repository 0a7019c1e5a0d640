using System.Reflection;
using System.Reflection.Metadata;
using Mlops.Dsl.Build.Metadata;

namespace Mlops.Dsl.Build.Parts;

/// <summary>Writes the members that instructions refer to as names, and records what that reaches.</summary>
internal sealed class MemberWriter(PartScope scope)
{
    /// <summary>Writes a method that is called, or whose address is taken.</summary>
    /// <param name="handle">A definition, reference or instantiation.</param>
    /// <param name="dispatched">Whether the implementation is chosen at run time.</param>
    public void WriteMethod(EntityHandle handle, bool dispatched)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                WriteInstantiation(scope.Reader.GetMethodSpecification((MethodSpecificationHandle)handle), dispatched);
                break;
            case HandleKind.MemberReference:
                WriteReference((MemberReferenceHandle)handle, dispatched);
                break;
            default:
                var method = new MethodId(scope.Module, (MethodDefinitionHandle)handle);
                WriteTarget(method, dispatched, scope.TypeName(method.DeclaringType.Handle));
                break;
        }
    }

    /// <summary>Writes a field that is accessed.</summary>
    public void WriteField(EntityHandle handle)
    {
        if (handle.Kind == HandleKind.FieldDefinition)
        {
            var field = new FieldId(scope.Module, (FieldDefinitionHandle)handle);
            WriteTarget(field, scope.TypeName(field.DeclaringType.Handle));
            return;
        }

        var reference = scope.Reader.GetMemberReference((MemberReferenceHandle)handle);
        var declaring = scope.TypeName(reference.Parent);
        if (scope.Resolver.ResolveField(scope.Module, handle) is { } target)
        {
            WriteTarget(target, declaring);
        }
        else
        {
            scope.Writer.Write($"{declaring}::{scope.Reader.GetString(reference.Name)} {reference.DecodeFieldSignature(scope, null)}");
            if (scope.Resolver.ResolveType(scope.Module, reference.Parent)?.Package is { } package)
            {
                scope.Reach.PackageReads.Add(package);
            }
        }
    }

    private void WriteInstantiation(MethodSpecification instantiation, bool dispatched)
    {
        WriteMethod(instantiation.Method, dispatched);
        scope.NamesWholeTypes =
            instantiation.Method.Kind == HandleKind.MemberReference
            && IsForeign(scope.Reader.GetMemberReference((MemberReferenceHandle)instantiation.Method).Parent);
        var arguments = instantiation.DecodeSignature(scope, null);
        scope.NamesWholeTypes = false;
        scope.RecordTypeArguments(arguments);
        scope.Writer.Write(string.Join(',', arguments));
    }

    private void WriteReference(MemberReferenceHandle handle, bool dispatched)
    {
        var reference = scope.Reader.GetMemberReference(handle);
        scope.NamesWholeTypes = IsForeign(reference.Parent);
        var declaring = reference.Parent.Kind == HandleKind.MethodDefinition ? "vararg" : scope.TypeName(reference.Parent);
        scope.NamesWholeTypes = false;
        var signature = reference.DecodeMethodSignature(scope, null);
        var targets = scope.Resolver.ResolveMethods(scope.Module, handle);
        foreach (var target in targets)
        {
            WriteTarget(target, dispatched, declaring);
        }

        var name = scope.Reader.GetString(reference.Name);
        scope.Writer.Write($"{declaring}::{(targets.Count == 0 ? name : "")} {SignatureText.Text(signature)}");
        if (targets.Count == 0)
        {
            RecordExternal(reference.Parent, name, signature, dispatched);
        }
    }

    private void WriteTarget(MethodId method, bool dispatched, string declaring)
    {
        if (dispatched && method.Definition.Attributes.HasFlag(MethodAttributes.Virtual))
        {
            scope.Reach.DispatchedMethods.Add(method);
        }

        if (method.Module == scope.Module && (scope.Resolver.KeyOf(method.DeclaringType) is null || CompilerNames.IsMadeUp(method)))
        {
            scope.Writer.Write(declaring + scope.Ordinal(method.Handle));
            return;
        }

        scope.Writer.Write(declaring);
        scope.Writer.Write(scope.Resolver.TextOf(method));
        scope.Reach.Methods.Add(method);

        // Whoever else asks for a record's type can go on to its members, or let others do that.
        if (!scope.IsEquality && method.Name == "get_EqualityContract")
        {
            scope.Reach.Effects |= Effects.Reflection;
        }
    }

    private void WriteTarget(FieldId field, string declaring)
    {
        if (field.Module == scope.Module && (scope.Resolver.KeyOf(field.DeclaringType) is null || CompilerNames.IsMadeUp(field)))
        {
            scope.Writer.Write(declaring + scope.Ordinal(field.Handle));
            return;
        }

        scope.Writer.Write($"{declaring}::{field.Name}");
        scope.Reach.Fields.Add(field);
    }

    private void RecordExternal(EntityHandle parent, string member, MethodSignature<string> signature, bool dispatched)
    {
        if (scope.Resolver.ResolveType(scope.Module, parent) is not { } type)
        {
            return;
        }

        if (type.Package is { } package)
        {
            RecordPackageCall(package, member, signature, dispatched);
        }
        else if (!IsNewOfTypeParameter(type, signature))
        {
            RecordFrameworkCall(type.FullName, member, signature);
        }
    }

    private void RecordFrameworkCall(string type, string member, MethodSignature<string> signature)
    {
        FrameworkEffects.Record(scope.Reach, type, member);
        if (
            ProcessState.ChangedBy(
                type,
                member,
                isStatic: !signature.Header.IsInstance,
                returnsNothing: signature.ReturnType is "Void" or "Boolean"
            ) is
            { } changed
        )
        {
            scope.Reach.ChangedFrameworkTypes.Add(changed);
        }

        if (ProcessState.ReadBy(type, member, returnsNothing: signature.ReturnType == "Void") is { } read)
        {
            scope.Reach.FrameworkTypes.Add(read);
        }

        scope.Reach.RunsListeners |= ProcessState.MayRunListeners(type);
    }

    private void RecordPackageCall(PackageModule package, string member, MethodSignature<string> signature, bool dispatched)
    {
        if (dispatched)
        {
            scope.Reach.DispatchedPackageMembers.Add((member, signature.ParameterTypes.Length));
        }

        if (package.TellsOtherwise || !PackageCalls.OnlyTellsThePackage(member, signature))
        {
            scope.Reach.PackageReads.Add(package);
        }

        if (!IsKnown(package) && PackageCalls.TakesObjects(signature))
        {
            scope.Reach.Effects |= Effects.Reflection;
        }

        if (
            !IsKnown(package) && signature.ParameterTypes.Any(type => type.Contains("System.Reflection.Assembly", StringComparison.Ordinal))
        )
        {
            scope.Reach.Effects |= Effects.EnumeratesTypes;
        }
    }

    /// <summary>
    /// <c>new T()</c> compiles to a generic call of the activator; a named type brings its parameterless constructor anyway.
    /// </summary>
    private static bool IsNewOfTypeParameter(TypeTarget type, MethodSignature<string> signature) =>
        type.FullName == "System.Activator" && signature is { GenericParameterCount: 1, ParameterTypes.Length: 0 };

    /// <summary>
    /// Whether the type may look at the user's types by reflection. This product's own does not, and the logging interfaces only print.
    /// </summary>
    private bool IsForeign(EntityHandle parent)
    {
        if (scope.Resolver.ResolveType(scope.Module, parent) is not { Walked: null } type)
        {
            return false;
        }

        return type.Package is { } package ? !IsKnown(package) : FrameworkEffects.ReadsMembers(type.FullName);
    }

    private static bool IsKnown(PackageModule package) =>
        package.Name is "Mlops.Dsl" or "Microsoft.Extensions.Logging.Abstractions"
        || package.Name.StartsWith("Mlops.Dsl.", StringComparison.Ordinal);
}
