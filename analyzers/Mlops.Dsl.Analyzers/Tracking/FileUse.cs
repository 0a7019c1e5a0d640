using Mlops.Dsl.Analyzers.Origins;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>A file or folder that an operation uses.</summary>
/// <param name="Path">Where its path comes from.</param>
/// <param name="Parameter">The parameter that takes the path; empty for the object's own.</param>
/// <param name="Writes">Whether it is created or changed; else it is read.</param>
internal readonly record struct FileUse(Origin Path, string Parameter, bool Writes);
