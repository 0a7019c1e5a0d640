using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Json;
using Mlops.Dsl.Contracts.Reading;

namespace Mlops.Dsl.Analyzers.Contracts;

/// <summary>A lock among the additional files.</summary>
/// <param name="Pipeline">The pipeline whose lock it is by its name.</param>
/// <param name="File">The file.</param>
internal sealed record LockFile(string Pipeline, AdditionalText File)
{
    /// <summary>The locks of a project. Of several for one pipeline the first counts, in the order of their paths.</summary>
    public static ImmutableDictionary<string, LockFile> In(ImmutableArray<AdditionalText> files)
    {
        var locks = ImmutableDictionary.CreateBuilder<string, LockFile>(StringComparer.Ordinal);
        foreach (var file in files.Where(static file => IsLock(file.Path)).OrderBy(static file => file.Path, StringComparer.Ordinal))
        {
            var pipeline = PipelineOf(file.Path);
            if (!locks.ContainsKey(pipeline))
            {
                locks.Add(pipeline, new LockFile(pipeline, file));
            }
        }

        return locks.ToImmutable();
    }

    /// <summary>Whether a file is a lock by its name.</summary>
    public static bool IsLock(string path) => path.EndsWith(LockWriter.FileSuffix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The pipeline that a lock is of by its name.</summary>
    public static string PipelineOf(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        return path.Substring(start, path.Length - start - LockWriter.FileSuffix.Length);
    }

    /// <summary>What the lock promises; otherwise why it can't be read, and where in it.</summary>
    public (PipelineContract? Contract, string Problem, Location Location) Read(CancellationToken cancellationToken)
    {
        var text = File.GetText(cancellationToken);
        if (text is null)
        {
            return (null, "is no text", Location.Create(File.Path, default, default));
        }

        try
        {
            return (
                text.Length > JsonParser.MaxLength ? throw JsonParser.TooLong() : LockReader.Read(text.ToString(), Pipeline),
                "",
                Location.None
            );
        }
        catch (JsonFormatException exception)
        {
            var span = new TextSpan(Math.Min(exception.Position, text.Length), exception.Position < text.Length ? 1 : 0);
            return (null, exception.Message, Location.Create(File.Path, span, text.Lines.GetLinePositionSpan(span)));
        }
    }
}
