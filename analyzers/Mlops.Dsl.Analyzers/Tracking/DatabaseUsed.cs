using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Calls;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Analyzers.Reach;

namespace Mlops.Dsl.Analyzers.Tracking;

/// <summary>What a table holds today is in no cache key.</summary>
internal sealed class DatabaseUsed : ReachedOperationRule
{
    private static readonly DiagnosticDescriptor Descriptor = new(
        "MLP3004",
        "Cached stage uses a database",
        "{0} calls '{1}': the rows that it finds are in no cache key, so that a result made from old rows is reused; read them in a "
            + "[Source] method, or mark the stage [NoCache]",
        RuleCategory.Tracking,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The cache key of a stage covers its code and its inputs. Rows that it reads from a database are no input: they "
            + "change without the key, and the lineage does not show them. A [Source] method of your own reads each time, and what it "
            + "returns is hashed.",
        helpLinkUri: RuleHelp.Link("MLP3004")
    );

    public override DiagnosticDescriptor Rule => Descriptor;

    public override ImmutableArray<string> Types =>
        [
            "System.Data.IDbConnection",
            "System.Data.IDbCommand",
            "System.Data.IDataAdapter",
            "System.Data.Common.DbConnection",
            "System.Data.Common.DbCommand",
            "System.Data.Common.DbBatch",
            "System.Data.Common.DbDataAdapter",
            "System.Data.Common.DbDataSource",
            "Dapper.SqlMapper",
            "Microsoft.EntityFrameworkCore.DbContext",
            "Microsoft.EntityFrameworkCore.DbSet`1",
            "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions",
            "Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions",
            "MongoDB.Driver.IMongoCollection`1",
            "StackExchange.Redis.IDatabase",
            "StackExchange.Redis.IDatabaseAsync",
            "Microsoft.ML.Data.DatabaseLoader",
        ];

    public override StageFilter Stages => StageFilter.Cached;

    public override bool Includes(ISymbol member) => member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method && Queries(method);

    public override Fault? Check(ReachedOperation operation) => operation.Fault(operation.MemberName);

    private static bool Queries(IMethodSymbol method) =>
        IsAdo(method.ContainingType)
            ? method.Name is "Open" or "OpenAsync" or "Fill" or "Update" or "OpenConnection" or "OpenConnectionAsync"
                || method.Name.StartsWith("Execute", StringComparison.Ordinal)
        : method.ContainingType.Name == "SqlMapper" ? method.Parameters.Any(static parameter => IsOfDatabase(parameter.Type))
        : method.Name is not ("Dispose" or "DisposeAsync" or "ToString" or "Equals" or "GetHashCode" or "GetType" or "Entry");

    /// <summary>
    /// Whether a type is one that talks to a database. Dapper has helpers beside them that only know sequences and types.
    /// </summary>
    private static bool IsOfDatabase(ITypeSymbol type) =>
        type
            .AllInterfaces.Prepend(type as INamedTypeSymbol)
            .Any(static face => face?.Name is "IDbConnection" or "IDbCommand" or "IDataReader");

    private static bool IsAdo(INamedTypeSymbol type) =>
        type.ContainingNamespace.ToDisplayString() is "System.Data" or "System.Data.Common"
        || type.AllInterfaces.Any(static face => face.Name is "IDbConnection" or "IDbCommand" or "IDataAdapter")
        || type.BaseType?.Name is "DbBatch" or "DbDataSource";
}
