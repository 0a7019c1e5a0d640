using System.Runtime.InteropServices;
using Mlops.Dsl.Storage;

namespace Mlops.Dsl.Engine;

/// <summary>Something to be written down or reported in its order: a settled stage, or an event.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JournalEntry(StageRun? Stage, RunEvent? Event);
