namespace Mlops.Dsl.Serialization;

/// <summary>
/// Takes what an artifact consists of, part by part, as its codec reads it. <c>artifact show</c> and <c>artifact export</c> print artifacts
/// so, however large they are:
/// no value is made of the bytes.
/// </summary>
/// <remarks>
/// Each call gives one value, or begins or ends one. In an object and in a map, <see cref="WriteName"/> comes before each value.
/// </remarks>
public abstract class ArtifactTranscript
{
    /// <summary>A missing value.</summary>
    public abstract void WriteNull();

    /// <summary>A bool.</summary>
    public abstract void WriteBoolean(bool value);

    /// <summary>A number, which may be NaN or infinite.</summary>
    public abstract void WriteNumber(double value);

    /// <summary>A number, which may be NaN or infinite; as short as tells it from all other floats.</summary>
    public abstract void WriteNumber(float value);

    /// <summary>A finite number of any size, by its digits in the invariant culture.</summary>
    public abstract void WriteDigits(string digits);

    /// <summary>A text, or what is written as one: a date, an identifier.</summary>
    public abstract void WriteText(string value);

    /// <summary>Bytes follow, in calls of <see cref="WriteBytes"/>.</summary>
    /// <param name="count">How many.</param>
    public abstract void BeginBytes(long count);

    /// <summary>The next bytes.</summary>
    public abstract void WriteBytes(ReadOnlySpan<byte> bytes);

    /// <summary>Ends what <see cref="BeginBytes"/> began.</summary>
    public abstract void EndBytes();

    /// <summary>Items follow.</summary>
    /// <param name="count">How many.</param>
    public abstract void BeginList(int count);

    /// <summary>Ends what <see cref="BeginList"/> began.</summary>
    public abstract void EndList();

    /// <summary>Keys and values follow, each key by <see cref="WriteName"/>.</summary>
    /// <param name="count">How many pairs.</param>
    public abstract void BeginMap(int count);

    /// <summary>Ends what <see cref="BeginMap"/> began.</summary>
    public abstract void EndMap();

    /// <summary>Members follow, each with its name.</summary>
    /// <param name="caseName">Where an abstract type is declared, which of its cases the object is.</param>
    public abstract void BeginObject(string? caseName = null);

    /// <summary>Ends what <see cref="BeginObject"/> began.</summary>
    public abstract void EndObject();

    /// <summary>The name of the member, or the key of the value, that comes next.</summary>
    public abstract void WriteName(string name);
}
