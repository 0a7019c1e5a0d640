using System.Reflection.Metadata;
using Mlops.Dsl.Build.Parts;

namespace Mlops.Dsl.Build.Tests;

/// <summary>What a call may leave in a package, or get back from it, is told by its signature.</summary>
public sealed class PackageCallsTests
{
    [Theory]
    [InlineData("Boolean")]
    [InlineData("Char")]
    [InlineData("SByte")]
    [InlineData("Byte")]
    [InlineData("Int16")]
    [InlineData("UInt16")]
    [InlineData("Int32")]
    [InlineData("UInt32")]
    [InlineData("Int64")]
    [InlineData("UInt64")]
    [InlineData("Single")]
    [InlineData("Double")]
    [InlineData("String")]
    [InlineData("System.Decimal")]
    [InlineData("System.DateTime")]
    [InlineData("System.DateTimeOffset")]
    [InlineData("System.TimeSpan")]
    [InlineData("System.Guid")]
    [InlineData("System.Exception")]
    public void A_value_only_tells_the_package(string type)
    {
        Assert.True(PackageCalls.OnlyTellsThePackage("Write", Signature("Void", type)));
        Assert.False(PackageCalls.OnlyTellsThePackage(".ctor", Signature("Void", type)));
        Assert.False(PackageCalls.OnlyTellsThePackage("Write", Signature("Object", type)));
        Assert.False(PackageCalls.OnlyTellsThePackage("Write", Signature("Void", type, "System.Action")));
        Assert.False(PackageCalls.TakesObjects(Signature("Object", type)));
    }

    [Theory]
    [InlineData("Object")]
    [InlineData("System.Type")]
    [InlineData("System.Array")]
    [InlineData("System.Delegate")]
    [InlineData("System.MulticastDelegate")]
    [InlineData("System.ValueType")]
    [InlineData("System.Enum")]
    [InlineData("System.IComparable")]
    [InlineData("System.IFormattable")]
    [InlineData("System.IConvertible")]
    [InlineData("System.ICloneable")]
    [InlineData("System.IDisposable")]
    [InlineData("System.IServiceProvider")]
    [InlineData("System.Collections.IEnumerable")]
    [InlineData("System.Collections.ICollection")]
    [InlineData("System.Collections.IList")]
    [InlineData("System.Collections.IDictionary")]
    [InlineData("System.Collections.ArrayList")]
    [InlineData("System.Collections.Hashtable")]
    [InlineData("System.ComponentModel.INotifyPropertyChanged")]
    [InlineData("System.Reflection.MethodInfo")]
    public void Behind_an_untyped_parameter_may_stand_any_object(string type)
    {
        Assert.True(PackageCalls.TakesObjects(Signature("Void", type)));
        Assert.True(PackageCalls.TakesObjects(Signature("Void", "String", type + "[]")));
        Assert.False(PackageCalls.OnlyTellsThePackage("Write", Signature("Void", type)));
    }

    private static MethodSignature<string> Signature(string returned, params string[] parameters) =>
        new(new SignatureHeader(0), returned, parameters.Length, 0, [.. parameters]);
}
