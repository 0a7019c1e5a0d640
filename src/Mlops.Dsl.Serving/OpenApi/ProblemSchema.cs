using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Writes the schema of problems.</summary>
internal static class ProblemSchema
{
    private static ReadOnlySpan<byte> Schema =>
        """
        {
          "type": "object",
          "description": "Why a request is not answered (RFC 9457)",
          "properties": {
            "type": { "type": "string", "format": "uri", "description": "The kind of problem, and where it is explained" },
            "title": { "type": "string" },
            "status": { "type": "integer" },
            "detail": { "type": "string", "description": "What is wrong with this request, and what to do" },
            "errors": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": { "column": { "type": "string" }, "message": { "type": "string" } },
                "required": ["column", "message"]
              }
            }
          },
          "required": ["type", "title", "status", "detail"]
        }
        """u8;

    public static void Write(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("Problem");
        writer.WriteRawValue(Schema);
    }
}
