using System.Runtime.CompilerServices;
using Mlops.Dsl.Storage.Sqlite;

namespace Mlops.Dsl.Runtime.Tests.Engine;

/// <summary>What a host of the engine does when it starts.</summary>
internal static class EmbeddedStore
{
    [ModuleInitializer]
    public static void Register() => SqliteStore.Register();
}
