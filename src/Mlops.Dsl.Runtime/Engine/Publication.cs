using Mlops.Dsl.Serialization;

namespace Mlops.Dsl.Runtime;

/// <summary>An entry that a run published.</summary>
/// <param name="Name">The entry's name.</param>
/// <param name="Version">Its version, from 1.</param>
/// <param name="Content">The artifact's content hash.</param>
/// <param name="IsNew">Whether this run made the version; otherwise the newest version had this content already.</param>
public sealed record Publication(string Name, int Version, ContentHash Content, bool IsNew);
