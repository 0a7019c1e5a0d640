using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Mlops.Dsl.Analyzers.Flow;
using Mlops.Dsl.Analyzers.Infrastructure;
using Mlops.Dsl.Generators.Binding;
using Mlops.Dsl.Generators.Parsing;
using Mlops.Dsl.Generators.Symbols;

namespace Mlops.Dsl.Analyzers.Governance;

/// <summary>
/// Marks streams and writers by where they end, whatever type a helper knows them as: in a file, in memory, in the console.
/// </summary>
internal sealed class FileStreams : FlowRule
{
    public override ImmutableArray<DiagnosticDescriptor> Descriptors => [];

    public override Mark MarksOfType(ITypeSymbol type, KnownTypes types) =>
        !IsIn(type, "IO")
            ? Mark.None
            : type.Name switch
            {
                "FileStream" => Mark.File,
                "MemoryStream" or "StringWriter" => Mark.Unkept,
                _ => Mark.None,
            };

    public override Mark MarksOfMember(ISymbol member, KnownTypes types) =>
        IsConsole(member) ? Mark.Console
        : member is not IMethodSymbol { ContainingType: { } type } method ? Mark.None
        : IsCipher(method) ? Mark.Unkept
        : method.Name == "CreateFile" && (type.IsLanguageType("StageContext") || type.IsLanguageType("DetachedStageContext")) ? Mark.File
        : IsIn(type, "IO") && Opens(method, type) ? Mark.File
        : method is { Name: "Create", ContainingType.Name: "XmlWriter" } && TakesPath(method) ? Mark.File
        : Mark.None;

    public override Mark Removes(ISymbol member, KnownTypes types) =>
        member is IMethodSymbol method && IsCipher(method) ? Mark.File : Mark.None;

    public override FlowValue Output(OutputDeclaration output, PipelineFlow pipeline, FlowValue value) => value.Without(Mark.Ends);

    private static bool IsConsole(ISymbol member) =>
        member
            is {
                Name: "Out" or "Error" or "OpenStandardOutput" or "OpenStandardError",
                ContainingType: { Name: "Console", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
            };

    private static bool Opens(IMethodSymbol method, INamedTypeSymbol type) =>
        method.MethodKind == MethodKind.Constructor
            ? type.Name == "StreamWriter" && TakesPath(method)
            : type.Name is "File" or "FileInfo" && method.ReturnType.Name is "StreamWriter" or "FileStream";

    private static bool TakesPath(IMethodSymbol method) => method.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..];

    private static bool IsCipher(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Constructor, ContainingType.Name: "CryptoStream" };

    private static bool IsIn(ITypeSymbol type, string space) =>
        type.ContainingNamespace is { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } own
        && own.Name == space;
}
