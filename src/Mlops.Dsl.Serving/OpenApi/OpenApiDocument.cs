using System.Text.Json;

namespace Mlops.Dsl.Serving;

/// <summary>Writes the OpenAPI 3.1 document of services, off the schemas of their rows.</summary>
internal static class OpenApiDocument
{
    /// <summary>The document, in UTF-8.</summary>
    public static ReadOnlyMemory<byte> Write(IReadOnlyList<ServiceDefinition> services)
    {
        using var bytes = new MemoryStream();
        using (var writer = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartObject();
            writer.WriteString("openapi", "3.1.0");
            WriteInfo(writer, services);
            writer.WriteStartObject("paths");
            foreach (var service in services)
            {
                foreach (var method in service.Methods)
                {
                    new PredictOperation(writer, service, method).Write();
                }

                FeedbackOperation.Write(writer, service);
            }

            HealthOperations.Write(writer);
            writer.WriteEndObject();
            writer.WriteStartObject("components");
            writer.WriteStartObject("schemas");
            ProblemSchema.Write(writer);
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private static void WriteInfo(Utf8JsonWriter writer, IReadOnlyList<ServiceDefinition> services)
    {
        writer.WriteStartObject("info");
        writer.WriteString("title", services.Count == 0 ? "Services" : string.Join(", ", services.Select(static service => service.Name)));
        writer.WriteString("version", "1");
        var description = string.Join(
            "\n\n",
            services
                .Where(static service => service.Description is not null)
                .Select(static service => $"{service.Name}: {service.Description}")
        );
        if (description.Length > 0)
        {
            writer.WriteString("description", description);
        }

        writer.WriteEndObject();
    }
}
