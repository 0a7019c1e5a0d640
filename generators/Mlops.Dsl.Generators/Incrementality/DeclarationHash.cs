using System.Security.Cryptography;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Mlops.Dsl.Generators.Incrementality;

/// <summary>
/// A SHA-256 of what a file declares: of its text without the bodies in it. Files with equal hashes, parsed with equal options, declare the
/// same.
/// White space and comments between members count, because doc comments do.
/// </summary>
internal sealed class DeclarationHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly SourceText _text;
    private readonly char[] _characters = new char[4096];
    private readonly byte[] _bytes = new byte[4096 * sizeof(char)];
    private int _position;

    private DeclarationHash(SourceText text) => _text = text;

    /// <summary>The hash, 32 bytes.</summary>
    public static byte[] Of(SyntaxTree tree, CancellationToken cancellationToken)
    {
        using var hash = new DeclarationHash(tree.GetText(cancellationToken));
        new BodySpans(hash._text, hash.Skip, hash.Append).Visit(tree.GetRoot(cancellationToken));
        hash.AppendUntil(hash._text.Length);
        return hash._hash.GetHashAndReset();
    }

    public void Dispose() => _hash.Dispose();

    private void Skip(TextSpan body)
    {
        AppendUntil(body.Start);
        _position = body.End;
    }

    /// <summary>Pieces are preceded by their lengths, so that what is hashed has only one reading.</summary>
    private void AppendUntil(int end)
    {
        Append(end - _position);
        while (_position < end)
        {
            var count = Math.Min(_characters.Length, end - _position);
            _text.CopyTo(_position, _characters, 0, count);
            Buffer.BlockCopy(_characters, 0, _bytes, 0, count * sizeof(char));
            _hash.AppendData(_bytes, 0, count * sizeof(char));
            _position += count;
        }
    }

    private void Append(int number) => _hash.AppendData(BitConverter.GetBytes(number));
}
