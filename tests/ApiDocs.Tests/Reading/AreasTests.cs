using ApiDocs.Reading;

namespace ApiDocs.Tests.Reading;

public sealed class AreasTests
{
    [Theory]
    [InlineData("M:System.IO.Stream.Flush", "System.IO")]
    [InlineData("M:System.IO.Compression.ZipArchive.Dispose", "System.IO")]
    [InlineData("T:System.Runtime.CompilerServices.Unsafe", "System.Runtime")]
    [InlineData("T:System.Runtime.Intrinsics.X86.Avx2", "System.Runtime.Intrinsics")]
    [InlineData("M:System.Convert.ToInt32(System.String)", "System")]
    [InlineData("T:System.IOException", "System")]
    [InlineData("F:Microsoft.VisualBasic.Constants.vbCr", "Microsoft.VisualBasic")]
    [InlineData("M:System.Buffer.BlockCopy(System.Array,System.Int32)", "System")]
    public void The_longest_matching_namespace_is_the_area(string id, string area) => Assert.Equal(area, Areas.Of(id));

    [Theory]
    [InlineData("T:Microsoft.Win32.Registry")]
    [InlineData("M:System.Buffers.ArrayPool`1.Rent(System.Int32)")]
    [InlineData("T:Contoso.System.IO.Stream")]
    [InlineData("N:System")]
    [InlineData("")]
    public void What_lies_outside_the_table_has_no_area(string id) => Assert.Null(Areas.Of(id));
}
