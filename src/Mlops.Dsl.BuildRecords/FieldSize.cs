using System.Reflection.Metadata;

namespace Mlops.Dsl.BuildRecords;

/// <summary>How many bytes of initial data a field has.</summary>
internal static class FieldSize
{
    /// <summary>The size of the field's type; 0 where it is a type of another module, which no compiler writes data for.</summary>
    public static int Of(MetadataReader reader, FieldDefinition field)
    {
        var signature = reader.GetBlobReader(field.Signature);
        signature.ReadSignatureHeader();
        return signature.ReadSignatureTypeCode() switch
        {
            SignatureTypeCode.Boolean or SignatureTypeCode.SByte or SignatureTypeCode.Byte => 1,
            SignatureTypeCode.Char or SignatureTypeCode.Int16 or SignatureTypeCode.UInt16 => 2,
            SignatureTypeCode.Int32 or SignatureTypeCode.UInt32 or SignatureTypeCode.Single => 4,
            SignatureTypeCode.Int64 or SignatureTypeCode.UInt64 or SignatureTypeCode.Double => 8,
            SignatureTypeCode.TypeHandle when signature.ReadTypeHandle() is { Kind: HandleKind.TypeDefinition } type => reader
                .GetTypeDefinition((TypeDefinitionHandle)type)
                .GetLayout()
                .Size,
            _ => 0,
        };
    }
}
