using System.Collections;
using System.Globalization;
using System.Numerics;

namespace Mlops.Dsl.Serialization;

/// <summary>Passes on a value that was read: what codecs do that do not say more about their format.</summary>
internal static class ValueTranscript
{
    /// <summary>Passes on a value: numbers, texts and lists as such, anything else as its <c>ToString()</c> says.</summary>
    public static void Write<T>(ArtifactTranscript transcript, T value)
    {
        switch (value)
        {
            case null:
                transcript.WriteNull();
                break;
            case bool truth:
                transcript.WriteBoolean(truth);
                break;
            case double number:
                transcript.WriteNumber(number);
                break;
            case float number:
                transcript.WriteNumber(number);
                break;
            case Half number when !Half.IsFinite(number):
                transcript.WriteNumber((float)number);
                break;
            case Half or decimal or sbyte or byte or short or ushort or int or uint or long or ulong or Int128 or UInt128 or BigInteger:
                transcript.WriteDigits(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture));
                break;
            case Complex complex:
                transcript.BeginObject();
                transcript.WriteName("real");
                transcript.WriteNumber(complex.Real);
                transcript.WriteName("imaginary");
                transcript.WriteNumber(complex.Imaginary);
                transcript.EndObject();
                break;
            case GateResult gate:
                Write(transcript, gate);
                break;
            case Enum member:
                WriteEnum(transcript, member.ToString());
                break;
            case string or not IEnumerable:
                transcript.WriteText(TextOf(value));
                break;
            default:
                WriteItems(transcript, (IEnumerable)value);
                break;
        }
    }

    /// <summary>The text of a value that is not null, the same in every culture; dates in ISO 8601.</summary>
    public static string TextOf<T>(T value) =>
        value switch
        {
            string text => text,
            DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
            Uri uri => uri.OriginalString,
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value?.ToString() ?? "",
        };

    /// <summary>Whether the texts of a type's values tell them apart, so that they can be names.</summary>
    public static bool CanBeName(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(Guid)
        || type == typeof(DateTime)
        || type == typeof(DateTimeOffset)
        || type == typeof(DateOnly)
        || type == typeof(TimeOnly)
        || type == typeof(TimeSpan)
        || type == typeof(decimal)
        || type == typeof(Int128)
        || type == typeof(UInt128)
        || type == typeof(BigInteger)
        || type == typeof(Version);

    private static void Write(ArtifactTranscript transcript, GateResult gate)
    {
        transcript.BeginObject();
        transcript.WriteName("passed");
        transcript.WriteBoolean(gate.Passed);
        transcript.WriteName("reason");
        transcript.WriteText(gate.Reason ?? "");
        transcript.EndObject();
    }

    // A number that no member has, and no sum of flags, reads as the number that it is.
    private static void WriteEnum(ArtifactTranscript transcript, string text)
    {
        if (text[0] is '-' or (>= '0' and <= '9'))
        {
            transcript.WriteDigits(text);
        }
        else
        {
            transcript.WriteText(text);
        }
    }

    private static void WriteItems(ArtifactTranscript transcript, IEnumerable items)
    {
        var all = items.Cast<object?>().ToList();
        transcript.BeginList(all.Count);
        foreach (var item in all)
        {
            Write(transcript, item);
        }

        transcript.EndList();
    }
}
