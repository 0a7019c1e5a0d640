using Mlops.Dsl.BuildRecords;

namespace Mlops.Dsl.Engine;

/// <summary>
/// Compares the modules that were fingerprinted with those that run: walked ones by their content, packages by their version ids.
/// </summary>
internal static class ModuleCheck
{
    private const string OtherBuild = "is another build than the one that was fingerprinted";
    private const string Changed = "was changed by something after it was fingerprinted";
    private const string Absent = "was fingerprinted and is not part of the program";
    private const string Unreadable = "is loaded from memory, so that it can't be compared with what was fingerprinted";

    /// <summary>How the modules differ, in words; null where they are the same.</summary>
    public static string? FindDifference(BuildRecord record, ProgramModules program)
    {
        if (
            !record.Modules.Any(module =>
                module.Content is not null && program.MainName.Equals(module.Name, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return $"'{program.MainName}', which declares the pipeline, is not among the assemblies that were fingerprinted";
        }

        var differences = new List<string>();
        foreach (var module in record.Modules)
        {
            if ((module.Content is null ? ComparePackage(module, program) : CompareWalked(module, program)) is { } difference)
            {
                differences.Add($"'{module.File}' {difference}");
            }
        }

        return differences.Count == 0 ? null : string.Join("; ", differences);
    }

    private static string? ComparePackage(RecordedModule module, ProgramModules program) =>
        program.FindId(module.Name, module.File) is not { } id ? Absent
        : id == module.Id ? null
        : OtherBuild;

    private static string? CompareWalked(RecordedModule module, ProgramModules program) =>
        program.FindCode(module.Name, module.File) is not (var id, var image)
            ? module.IsOptional
                ? null
                : Absent
            : id != module.Id
                ? OtherBuild
                : image is null
                    ? Unreadable
                    : ModuleContent.Hash(image) == module.Content
                        ? null
                        : Changed;
}
