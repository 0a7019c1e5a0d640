using System.Runtime.InteropServices;
using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Storage.Sqlite.Objects;

/// <summary>What the run store has of an artifact.</summary>
/// <param name="IsInline">Whether it holds the bytes itself.</param>
/// <param name="IsDamaged">Whether the bytes that it holds have another hash.</param>
/// <param name="Files">The stored files that the artifact names.</param>
/// <param name="Elements">The artifacts that it consists of.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ArtifactState(bool IsInline, bool IsDamaged, ContentHash[] Files, ContentHash[] Elements);
