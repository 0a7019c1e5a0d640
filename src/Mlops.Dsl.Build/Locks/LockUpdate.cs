using System.Text;
using Mlops.Dsl.Build.Tool;
using Mlops.Dsl.Contracts;
using Mlops.Dsl.Contracts.Comparing;
using Mlops.Dsl.Contracts.Json;
using Mlops.Dsl.Contracts.Reading;
using Mlops.Dsl.Contracts.Versions;

namespace Mlops.Dsl.Build.Locks;

/// <summary>
/// Writes the locks of a project's pipelines. A contract that was promised is not overwritten by one that breaks it under the same version.
/// </summary>
internal sealed class LockUpdate(LockArguments arguments, TextWriter output)
{
    /// <summary>Writes all locks that are not as they should be.</summary>
    /// <returns>Whether all could be written. Errors are lines in MSBuild's canonical format.</returns>
    public bool Run() => arguments.Manifests.Order(StringComparer.Ordinal).Select(Write).ToList().TrueForAll(written => written);

    private bool Write(string manifest)
    {
        var contract = Read(manifest);
        var path = Find(contract.Pipeline) ?? Path.Combine(arguments.Folder, contract.Pipeline + LockWriter.FileSuffix);
        var text = LockWriter.Write(contract);
        if (File.Exists(path))
        {
            var old = File.ReadAllText(path);

            // A checkout may have given the lines other ends: that is no change.
            if (old.ReplaceLineEndings("\n") == text)
            {
                return true;
            }

            if (!MayReplace(path, old, contract))
            {
                return false;
            }
        }

        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        File.Move(temporary, path, overwrite: true);
        output.WriteLine($"Wrote the lock of pipeline '{contract.Pipeline}': {path}");
        return true;
    }

    private PipelineContract Read(string manifest)
    {
        try
        {
            return ManifestReader.Read(File.ReadAllText(manifest), arguments.WithStages);
        }
        catch (JsonFormatException exception)
        {
            throw new ToolException($"The manifest {manifest} {exception.Message}. Build the project again.", exception);
        }
    }

    private string? Find(string pipeline) =>
        arguments
            .Locks.Where(path => string.Equals(Path.GetFileName(path), pipeline + LockWriter.FileSuffix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();

    private bool MayReplace(string path, string text, PipelineContract declared)
    {
        PipelineContract promised;
        try
        {
            promised = LockReader.Read(text, declared.Pipeline);
        }
        catch (JsonFormatException exception)
        {
            var (line, column) = Place(text, exception.Position);
            output.WriteLine(
                $"{path}({line},{column}): error MLP7003: The lock of pipeline '{declared.Pipeline}' {exception.Message}; it is not "
                    + $"overwritten: restore it, or delete it"
            );
            return false;
        }

        var breaking = ContractComparison.Compare(promised, declared).Where(change => change.IsBreaking).ToList();
        var required = VersionRule.Breaking(SemanticVersion.TryParse(promised.Version)!);
        if (breaking.Count == 0 || (SemanticVersion.TryParse(declared.Version) is { } version && VersionRule.Reaches(version, required)))
        {
            return true;
        }

        output.WriteLine(
            $"{arguments.Project}: error MLP7001: Pipeline '{declared.Pipeline}' breaks what version {promised.Version} promised in its "
                + $"lock: {ChangeText.Join(breaking)}; the lock is not overwritten: set Version to {required}, or delete the lock"
        );
        return false;
    }

    private static (int Line, int Column) Place(string text, int position)
    {
        var before = text.AsSpan(0, Math.Min(position, text.Length));
        return (before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
