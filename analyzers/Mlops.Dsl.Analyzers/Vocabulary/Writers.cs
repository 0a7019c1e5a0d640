using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Leakage;

namespace Mlops.Dsl.Analyzers.Vocabulary;

/// <summary>Recognises what writes.</summary>
internal static class Writers
{
    /// <summary>Whether values of a type write to something: streams, writers, buffers, and what serializes.</summary>
    public static bool Are(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (
                current.Name
                is "Stream"
                    or "TextWriter"
                    or "BinaryWriter"
                    or "Utf8JsonWriter"
                    or "XmlWriter"
                    or "IBufferWriter"
                    or "PipeWriter"
                    or "JsonWriter"
                    or "IWriter"
                    or "CsvWriter"
                    or "XmlDictionaryWriter"
            )
            {
                return true;
            }
        }

        return type is not null && type.AllInterfaces.Any(static face => face.Name is "IBufferWriter" or "IWriter");
    }
}
