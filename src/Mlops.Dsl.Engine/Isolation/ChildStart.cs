using System.Diagnostics;
using System.Globalization;
using System.Text;
using Mlops.Dsl.Engine.Secrets;
using Mlops.Dsl.Execution;

namespace Mlops.Dsl.Engine;

/// <summary>How a child is started: with this process's environment but for the secrets, and its limits.</summary>
internal static class ChildStart
{
    private const string DeviceVariable = "CUDA_VISIBLE_DEVICES";
    private const long Mebibyte = 1024 * 1024;

    /// <summary>Describes the start.</summary>
    public static ProcessStartInfo Describe(ChildProgram program, StageInvocation invocation)
    {
        var start = new ProcessStartInfo(program.FileName, [.. program.Arguments, ChildProgram.Verb])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            UseShellExecute = false,
        };
        start.Environment[ChildProgram.Marker] = "1";
        foreach (var secret in PipelineCatalog.Find(invocation.Pipeline)?.Parameters.Where(static parameter => parameter.IsSecret) ?? [])
        {
            start.Environment.Remove(SecretValues.VariableOf(secret));
        }

        if (invocation.Devices is { } devices)
        {
            // Empty for a stage that asked for none.
            start.Environment[DeviceVariable] = string.Join(',', devices);
        }

        if (invocation.MemoryMiB is { } limit)
        {
            // Managed memory alone: then the runtime collects in time, and throws where that does not help.
            start.Environment["DOTNET_GCHeapHardLimit"] = string.Create(CultureInfo.InvariantCulture, $"0x{limit * Mebibyte:X}");
        }

        return start;
    }
}
