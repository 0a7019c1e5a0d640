using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Mlops.Dsl.Serialization;

/// <summary>
/// Encodes an object as its members, one after the other. The generator derives a class from it for each record, class and struct that is
/// an artifact or part of one.
/// </summary>
/// <typeparam name="T">The object's type.</typeparam>
public abstract class ObjectCodec<T> : Codec<T>, IObjectTranscript
{
    // Stands before the name of a type that contains what is described.
    private const char BackReference = '^';

    private (string Schema, bool IsImmutable)? _description;
    private ObjectShape? _shape;

    /// <inheritdoc />
    public sealed override string Schema => GetDescription().Schema;

    /// <inheritdoc />
    public sealed override bool IsImmutable => GetDescription().IsImmutable;

    /// <summary>The type's name, for messages and the schema.</summary>
    protected abstract string TypeName { get; }

    /// <summary>Whether the type itself lets nobody change an object: its members can only be set while it is made.</summary>
    protected abstract bool MembersAreReadOnly { get; }

    /// <summary>
    /// Whether the type's constructor or accessors may make something else of the members than they were, for all that the compiler
    /// can see. An artifact that holds such an object is read back and compared before it is stored.
    /// </summary>
    protected virtual bool MayChangeValues => false;

    /// <inheritdoc />
    public sealed override void Write(ArtifactWriter writer, T value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null)
        {
            throw NullValue.Found(TypeName);
        }

        if (!typeof(T).IsValueType && value.GetType() != typeof(T) && !typeof(T).IsAbstract)
        {
            throw new ArtifactFormatException(
                $"A {value.GetType().Name} stands where {TypeName} is declared. Its own members would be lost: declare the type that is "
                    + $"there, or seal {TypeName}."
            );
        }

        if (MayChangeValues)
        {
            writer.Doubt(TypeName);
        }

        writer.EnterObject(TypeName);
        WriteMembers(writer, value);
        writer.LeaveObject();
    }

    /// <inheritdoc />
    public sealed override T Read(ArtifactReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        reader.EnterObject(TypeName);
        var value = Make(reader);
        reader.LeaveObject();
        return value;
    }

    /// <inheritdoc />
    public sealed override void Transcribe(ArtifactReader reader, ArtifactTranscript transcript) =>
        Transcribe(reader, transcript, caseName: null);

    /// <inheritdoc />
    void IObjectTranscript.Transcribe(ArtifactReader reader, ArtifactTranscript transcript, string? caseName) =>
        Transcribe(reader, transcript, caseName);

    /// <summary>Lists the members, in the order in which they are written.</summary>
    protected abstract void Describe(ObjectShape shape);

    /// <summary>Writes the members.</summary>
    protected abstract void WriteMembers(ArtifactWriter writer, T value);

    /// <summary>Reads the members and makes the object.</summary>
    protected abstract T ReadMembers(ArtifactReader reader);

    /// <summary>Passes a member's value on, unless it is null although its type says that it never is.</summary>
    /// <exception cref="ArtifactFormatException">The value is null.</exception>
    protected TMember NotNull<TMember>([NotNull] TMember? value, string member)
        where TMember : class =>
        value
        ?? throw new ArtifactFormatException(
            $"'{TypeName}.{member}' is null, but its declaration says that it never is. Give it a value, or declare it with a "
                + $"question mark."
        );

    /// <summary>A constructor or property that refuses what was read was never given it when the artifact was written.</summary>
    private T Make(ArtifactReader reader)
    {
        try
        {
            return ReadMembers(reader);
        }
        catch (Exception exception)
            when (exception
                    is ArgumentException
                        or ArithmeticException
                        or FormatException
                        or InvalidOperationException
                        or NotSupportedException
                        or NullReferenceException
                        or IndexOutOfRangeException
                        or InvalidCastException
            )
        {
            throw new ArtifactFormatException(
                $"The artifact is not in its codec's format: no {TypeName} can be made of what it holds. {exception.Message}",
                exception
            );
        }
    }

    private void Transcribe(ArtifactReader reader, ArtifactTranscript transcript, string? caseName)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(transcript);
        if (_shape is not { } shape)
        {
            Describe(shape = new ObjectShape());
            _shape = shape;
        }

        reader.EnterObject(TypeName);
        if (shape.HasCases)
        {
            TranscribeCase(reader, transcript, shape, caseName);
        }
        else
        {
            transcript.BeginObject(caseName);
            foreach (var (name, codec) in shape.Parts)
            {
                transcript.WriteName(name);
                codec.Transcribe(reader, transcript);
            }

            transcript.EndObject();
        }

        reader.LeaveObject();
    }

    private void TranscribeCase(ArtifactReader reader, ArtifactTranscript transcript, ObjectShape shape, string? outerCase)
    {
        var name = reader.ReadString();
        var known =
            shape.Parts.FirstOrDefault(part => part.Name == name).Codec
            ?? throw new ArtifactFormatException($"The artifact is not in its codec's format: '{name}' is no case of {TypeName}.");
        var path = outerCase is null ? name : $"{outerCase}.{name}";
        if (known is IObjectTranscript codec)
        {
            codec.Transcribe(reader, transcript, path);
            return;
        }

        // A codec that the user wrote gives what it likes, which may have no place for the case's name.
        transcript.BeginObject(path);
        transcript.WriteName("value");
        known.Transcribe(reader, transcript);
        transcript.EndObject();
    }

    private (string Schema, bool IsImmutable) GetDescription()
    {
        var described = DescribedObjects.OfThread;
        if (_description is { } known && (described.Count == 0 || !known.Schema.Contains(BackReference, StringComparison.Ordinal)))
        {
            return known;
        }

        if (described.Contains(this))
        {
            return ($"{BackReference}{TypeName}", MembersAreReadOnly);
        }

        described.Add(this);
        try
        {
            var shape = new ObjectShape();
            Describe(shape);
            var description = (shape.Schema, MembersAreReadOnly && shape.PartsAreImmutable);
            if (described.Count == 1)
            {
                // What is described inside another description may end where that one began, and is right there alone.
                _description = description;
            }

            return description;
        }
        finally
        {
            described.RemoveAt(described.Count - 1);
        }
    }
}
