using ApiDocs.Reading;

namespace ApiDocs.Tests.Reading;

public sealed class DocumentationIdTests
{
    [Theory]
    [InlineData("M:System.IO.Stream.Read(System.Byte[],System.Int32)", "System.IO.Stream")]
    [InlineData("P:System.Collections.Generic.List`1.Count", "System.Collections.Generic.List`1")]
    [InlineData("T:System.Collections.Generic.List`1.Enumerator", "System.Collections.Generic.List`1.Enumerator")]
    [InlineData("M:System.Decimal.op_Explicit(System.Decimal)~System.Int32", "System.Decimal")]
    [InlineData("M:System.Half.op_Implicit~System.Single", "System.Half")]
    [InlineData("M:System.String.#ctor(System.Char[])", "System.String")]
    [InlineData("Odd", "Odd")]
    public void A_member_belongs_to_its_type(string id, string type) => Assert.Equal(type, DocumentationId.DeclaringType(id));
}
