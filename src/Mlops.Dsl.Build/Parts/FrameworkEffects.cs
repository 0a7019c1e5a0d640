namespace Mlops.Dsl.Build.Parts;

/// <summary>Knows the framework's ways to reach code and data other than by naming them.</summary>
internal static class FrameworkEffects
{
    private static readonly HashSet<string> HarmlessTypeMembers = new(StringComparer.Ordinal)
    {
        "GetTypeFromHandle",
        "op_Equality",
        "op_Inequality",
        "Equals",
        "GetHashCode",
        "ToString",
        "get_Name",
        "get_FullName",
        "get_Namespace",
        "get_Assembly",
        "get_IsValueType",
        "get_TypeHandle",
        "get_IsEnum",
        "get_IsPrimitive",
        "get_IsGenericType",
        "GetTypeCode",
        "IsInstanceOfType",
        "IsAssignableFrom",
        "IsAssignableTo",
        "get_IsArray",
        "GetElementType",
        "GetGenericTypeDefinition",
        "get_BaseType",
    };

    private static readonly HashSet<string> ReadersOfMembers = new(StringComparer.Ordinal)
    {
        "System.Text.Json.JsonSerializer",
        "System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver",
        "System.ComponentModel.DataAnnotations.Validator",
        "System.Xml.Serialization.XmlSerializer",
        "System.Runtime.Serialization.DataContractSerializer",
        "System.Runtime.Serialization.Json.DataContractJsonSerializer",
        "System.ComponentModel.TypeDescriptor",
        "System.Linq.Expressions.Expression",
    };

    private static readonly HashSet<string> EnumeratorsOfTypes = new(StringComparer.Ordinal)
    {
        "GetTypes",
        "GetExportedTypes",
        "get_ExportedTypes",
        "get_DefinedTypes",
        "GetType",
        "CreateInstance",
        "get_EntryPoint",
    };

    private static readonly string[] NamespacesOfReaders =
    [
        "System.Net.Http.Json.",
        "System.Text.Json.Nodes.",
        "Microsoft.Extensions.Configuration.",
        "Microsoft.Extensions.DependencyInjection.",
        "Microsoft.AspNetCore.",
    ];

    /// <summary>Whether the framework type finds the members of objects by reflection, as serializers do.</summary>
    public static bool ReadsMembers(string type) =>
        ReadersOfMembers.Contains(type) || Array.Exists(NamespacesOfReaders, prefix => type.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Records what a call of a framework member may do.</summary>
    public static void Record(Reach reach, string type, string member)
    {
        if (type == "System.Attribute" && member == ".ctor")
        {
            return;
        }

        if (type == "System.Object" && member == "GetType")
        {
            reach.Effects |= Effects.AsksForType;
        }

        if (ReadsMembers(type))
        {
            reach.Effects |= Effects.Reflection;
        }

        if (
            member is "get_DeclaringType" or "get_ReflectedType" or "GetCurrentMethod"
            || type is "System.Diagnostics.StackFrame" or "System.Diagnostics.StackTrace"
        )
        {
            reach.Effects |= Effects.AsksForDeclaringType;
        }

        if (
            type.StartsWith("System.Resources.", StringComparison.Ordinal)
            || type is "System.Reflection.Assembly" or "System.Reflection.Module"
            || (type == "System.Type" && member == "get_Assembly")
        )
        {
            reach.Effects |= Effects.Resources;
        }

        if (
            type
                is "System.Reflection.CustomAttributeExtensions"
                    or "System.Attribute"
                    or "System.Diagnostics.FileVersionInfo"
                    or "System.Reflection.AssemblyName"
            || (
                type == "System.Reflection.Assembly"
                && member is "GetName" or "get_FullName" or "GetCustomAttributes" or "GetCustomAttributesData" or "get_CustomAttributes"
            )
        )
        {
            reach.Effects |= Effects.AssemblyAttributes;
        }

        if (type == "System.Reflection.Assembly" && EnumeratorsOfTypes.Contains(member))
        {
            reach.Effects |= Effects.EnumeratesTypes;
        }

        if (IsReflection(type, member))
        {
            reach.Effects |= Effects.Reflection;
            reach.Warnings.Add(
                $"{type}.{member} reaches code that no walk can follow: every member of the types that the stage touches counts. Call it "
                    + $"by name, or mark the stage [NoCache]."
            );
        }
    }

    // Both read the bytes of an assembly's file and run nothing that is in it.
    private static bool ReadsFiles(string type) =>
        type.StartsWith("System.Reflection.Metadata.", StringComparison.Ordinal)
        || type.StartsWith("System.Reflection.PortableExecutable.", StringComparison.Ordinal);

    private static bool IsReflection(string type, string member) =>
        type switch
        {
            "System.Type" => !HarmlessTypeMembers.Contains(member),
            "System.Activator" => true,
            "System.Delegate" => member is "DynamicInvoke" or "CreateDelegate",
            "System.AppDomain" or "System.Runtime.Loader.AssemblyLoadContext" => true,
            "System.Reflection.Assembly" => member
                is not (
                    "GetManifestResourceStream"
                    or "GetManifestResourceNames"
                    or "GetManifestResourceInfo"
                    or "GetExecutingAssembly"
                    or "GetName"
                    or "get_FullName"
                    or "get_Location"
                    or "GetEntryAssembly"
                ),
            "System.Reflection.MemberInfo" => member is not ("get_Name" or "get_Module"),
            "System.Reflection.AssemblyName"
            or "System.Reflection.CustomAttributeExtensions"
            or "System.Reflection.DefaultMemberAttribute" => false,
            "Microsoft.CSharp.RuntimeBinder.Binder" => true,
            // Expression trees hold methods as handles, which the walk follows.
            "System.Reflection.MethodBase" or "System.Reflection.FieldInfo" => member
                is not ("GetMethodFromHandle" or "GetFieldFromHandle"),
            _ => type.StartsWith("System.Reflection.", StringComparison.Ordinal)
                && !ReadsFiles(type)
                && !type.EndsWith("Attribute", StringComparison.Ordinal),
        };
}
