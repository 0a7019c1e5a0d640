using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Tests;

/// <summary>Which calls of the framework reach code and data without naming them is told by the member's name.</summary>
public sealed class FrameworkEffectsTests
{
    private const string Some = "Some.Type";

    [Theory]
    [InlineData("GetTypeFromHandle")]
    [InlineData("op_Equality")]
    [InlineData("op_Inequality")]
    [InlineData("Equals")]
    [InlineData("GetHashCode")]
    [InlineData("ToString")]
    [InlineData("get_Name")]
    [InlineData("get_FullName")]
    [InlineData("get_Namespace")]
    [InlineData("get_IsValueType")]
    [InlineData("get_TypeHandle")]
    [InlineData("get_IsEnum")]
    [InlineData("get_IsPrimitive")]
    [InlineData("get_IsGenericType")]
    [InlineData("GetTypeCode")]
    [InlineData("IsInstanceOfType")]
    [InlineData("IsAssignableFrom")]
    [InlineData("IsAssignableTo")]
    [InlineData("get_IsArray")]
    [InlineData("GetElementType")]
    [InlineData("GetGenericTypeDefinition")]
    [InlineData("get_BaseType")]
    public void What_only_identifies_a_type_reaches_nothing(string member) => Check("System.Type", member, Effects.None);

    [Theory]
    [InlineData("System.Text.Json.JsonSerializer")]
    [InlineData("System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver")]
    [InlineData("System.ComponentModel.DataAnnotations.Validator")]
    [InlineData("System.Xml.Serialization.XmlSerializer")]
    [InlineData("System.Runtime.Serialization.DataContractSerializer")]
    [InlineData("System.Runtime.Serialization.Json.DataContractJsonSerializer")]
    [InlineData("System.ComponentModel.TypeDescriptor")]
    [InlineData("System.Linq.Expressions.Expression")]
    [InlineData("System.Net.Http.Json.JsonContent")]
    [InlineData("System.Text.Json.Nodes.JsonNode")]
    [InlineData("Microsoft.Extensions.Configuration.ConfigurationBinder")]
    [InlineData("Microsoft.Extensions.DependencyInjection.ServiceProvider")]
    [InlineData("Microsoft.AspNetCore.Http.Results")]
    public void Who_finds_the_members_of_objects_reads_them_without_a_warning(string type)
    {
        Assert.True(FrameworkEffects.ReadsMembers(type));
        Check(type, "Any", Effects.Reflection);
    }

    [Theory]
    [InlineData("GetTypes")]
    [InlineData("GetExportedTypes")]
    [InlineData("get_ExportedTypes")]
    [InlineData("get_DefinedTypes")]
    [InlineData("GetType")]
    [InlineData("CreateInstance")]
    [InlineData("get_EntryPoint")]
    public void Who_enumerates_an_assembly_can_find_every_type(string member)
    {
        Check("System.Reflection.Assembly", member, Effects.Resources | Effects.EnumeratesTypes | Effects.Reflection, warns: true);
        Check(Some, member, Effects.None);
    }

    [Theory]
    [InlineData("GetManifestResourceStream")]
    [InlineData("GetManifestResourceNames")]
    [InlineData("GetManifestResourceInfo")]
    [InlineData("GetExecutingAssembly")]
    [InlineData("get_Location")]
    [InlineData("GetEntryAssembly")]
    public void An_assembly_hands_out_its_resources(string member) => Check("System.Reflection.Assembly", member, Effects.Resources);

    [Theory]
    [InlineData("GetName", false)]
    [InlineData("get_FullName", false)]
    [InlineData("GetCustomAttributes", true)]
    [InlineData("GetCustomAttributesData", true)]
    [InlineData("get_CustomAttributes", true)]
    public void An_assembly_hands_out_its_attributes(string member, bool reflects)
    {
        var expected = Effects.Resources | Effects.AssemblyAttributes | (reflects ? Effects.Reflection : Effects.None);
        Check("System.Reflection.Assembly", member, expected, reflects);
        Check(Some, member, Effects.None);
    }

    [Theory]
    [InlineData("System.Reflection.CustomAttributeExtensions", "GetCustomAttribute", (int)Effects.AssemblyAttributes)]
    [InlineData("System.Attribute", "GetCustomAttribute", (int)Effects.AssemblyAttributes)]
    [InlineData("System.Attribute", ".ctor", (int)Effects.None)]
    [InlineData("System.Reflection.AssemblyName", "get_Version", (int)Effects.AssemblyAttributes)]
    [InlineData("System.Reflection.AssemblyName", ".ctor", (int)Effects.AssemblyAttributes)]
    [InlineData("System.Diagnostics.FileVersionInfo", "get_FileVersion", (int)Effects.AssemblyAttributes)]
    [InlineData("System.Resources.ResourceManager", "GetString", (int)Effects.Resources)]
    [InlineData("System.Type", "get_Assembly", (int)Effects.Resources)]
    [InlineData(Some, "get_Assembly", (int)Effects.None)]
    [InlineData("System.Object", "GetType", (int)Effects.AsksForType)]
    [InlineData("System.Object", "ToString", (int)Effects.None)]
    [InlineData("System.Diagnostics.StackFrame", "GetFileName", (int)Effects.AsksForDeclaringType)]
    [InlineData("System.Diagnostics.StackTrace", ".ctor", (int)Effects.AsksForDeclaringType)]
    [InlineData(Some, "get_DeclaringType", (int)Effects.AsksForDeclaringType)]
    [InlineData(Some, "get_ReflectedType", (int)Effects.AsksForDeclaringType)]
    [InlineData(Some, "GetCurrentMethod", (int)Effects.AsksForDeclaringType)]
    [InlineData(Some, ".ctor", (int)Effects.None)]
    [InlineData("System.Delegate", "Combine", (int)Effects.None)]
    [InlineData("System.Reflection.MemberInfo", "get_Name", (int)Effects.None)]
    [InlineData("System.Reflection.MemberInfo", "get_Module", (int)Effects.None)]
    [InlineData("System.Reflection.MethodBase", "GetMethodFromHandle", (int)Effects.None)]
    [InlineData("System.Reflection.FieldInfo", "GetFieldFromHandle", (int)Effects.None)]
    [InlineData("System.Reflection.DefaultMemberAttribute", ".ctor", (int)Effects.None)]
    [InlineData("System.Reflection.AssemblyTitleAttribute", "get_Title", (int)Effects.None)]
    [InlineData("System.Reflection.Metadata.MetadataReader", "GetString", (int)Effects.None)]
    [InlineData("System.Reflection.PortableExecutable.PEReader", "GetMetadata", (int)Effects.None)]
    public void What_a_call_reaches_counts_where_a_walk_can_follow(string type, string member, int effects) =>
        Check(type, member, (Effects)effects);

    [Theory]
    [InlineData("System.Type", "GetMethod", (int)Effects.Reflection)]
    [InlineData("System.Activator", "CreateInstance", (int)Effects.Reflection)]
    [InlineData("System.Delegate", "DynamicInvoke", (int)Effects.Reflection)]
    [InlineData("System.Delegate", "CreateDelegate", (int)Effects.Reflection)]
    [InlineData("System.AppDomain", "GetAssemblies", (int)Effects.Reflection)]
    [InlineData("System.Runtime.Loader.AssemblyLoadContext", "LoadFromAssemblyPath", (int)Effects.Reflection)]
    [InlineData("System.Reflection.Assembly", "Load", (int)(Effects.Reflection | Effects.Resources))]
    [InlineData("System.Reflection.Module", "GetTypes", (int)(Effects.Reflection | Effects.Resources))]
    [InlineData("System.Reflection.MemberInfo", "get_DeclaringType", (int)(Effects.Reflection | Effects.AsksForDeclaringType))]
    [InlineData("System.Reflection.MemberInfo", "GetCustomAttributesData", (int)Effects.Reflection)]
    [InlineData("System.Reflection.MethodBase", "Invoke", (int)Effects.Reflection)]
    [InlineData("System.Reflection.FieldInfo", "GetValue", (int)Effects.Reflection)]
    [InlineData("System.Reflection.PropertyInfo", "GetValue", (int)Effects.Reflection)]
    [InlineData("Microsoft.CSharp.RuntimeBinder.Binder", "InvokeMember", (int)Effects.Reflection)]
    public void What_no_walk_can_follow_warns(string type, string member, int effects) =>
        Check(type, member, (Effects)effects, warns: true);

    private static void Check(string type, string member, Effects expected, bool warns = false)
    {
        var reach = new Reach();
        FrameworkEffects.Record(reach, type, member);

        Assert.Equal(expected, reach.Effects);
        if (warns)
        {
            Assert.StartsWith($"{type}.{member} reaches code", Assert.Single(reach.Warnings), StringComparison.Ordinal);
        }
        else
        {
            Assert.Empty(reach.Warnings);
        }
    }
}
