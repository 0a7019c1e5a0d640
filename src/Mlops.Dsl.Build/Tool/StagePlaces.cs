using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Mlops.Dsl.Build.Tool;

/// <summary>Finds where stages are written, by the debug information of the compiled project.</summary>
internal sealed class StagePlaces : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _assembly;
    private readonly MetadataReaderProvider? _symbols;

    /// <summary>Opens the assembly and its debug information, embedded or beside it. Without any, no place is known.</summary>
    public StagePlaces(string assembly)
    {
        _file = new PEReader(new MemoryStream(File.ReadAllBytes(assembly), writable: false));
        _assembly = _file.GetMetadataReader();
        _file.TryOpenAssociatedPortablePdb(assembly, static path => File.Exists(path) ? File.OpenRead(path) : null, out _symbols, out _);
    }

    /// <summary>Where a method starts, as <c>file(line,column)</c>; null where that is not known.</summary>
    /// <param name="type">The metadata name of the type, nested ones with '+'.</param>
    /// <param name="method">The method's name.</param>
    public string? Find(string type, string method)
    {
        if (_symbols?.GetMetadataReader() is not { } symbols)
        {
            return null;
        }

        foreach (var handle in _assembly.MethodDefinitions)
        {
            var definition = _assembly.GetMethodDefinition(handle);
            if (
                _assembly.StringComparer.Equals(definition.Name, method)
                && Metadata.MetadataNames.FullName(_assembly, definition.GetDeclaringType()) == type
            )
            {
                return Find(symbols, handle);
            }
        }

        return null;
    }

    public void Dispose()
    {
        _symbols?.Dispose();
        _file.Dispose();
    }

    /// <summary>An asynchronous method's lines are those of the state machine that it starts.</summary>
    private static string? Find(MetadataReader symbols, MethodDefinitionHandle method)
    {
        var own = symbols.GetMethodDebugInformation(method.ToDebugInformationHandle());
        return Place(symbols, own)
            ?? symbols
                .MethodDebugInformation.Select(symbols.GetMethodDebugInformation)
                .Where(candidate => candidate.GetStateMachineKickoffMethod() == method)
                .Select(candidate => Place(symbols, candidate))
                .FirstOrDefault();
    }

    private static string? Place(MetadataReader symbols, MethodDebugInformation method)
    {
        foreach (var point in method.GetSequencePoints().Where(static point => !point.IsHidden))
        {
            return FormattableString.Invariant(
                $"{symbols.GetString(symbols.GetDocument(point.Document).Name)}({point.StartLine},{point.StartColumn})"
            );
        }

        return null;
    }
}
