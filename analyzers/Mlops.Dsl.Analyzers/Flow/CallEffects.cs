using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Mlops.Dsl.Analyzers.Flow;

/// <summary>Brings back what a call of followed code did to the objects and variables that it was given.</summary>
/// <param name="context">Stores what has changed.</param>
/// <param name="files">What was written.</param>
/// <param name="open">What was left to report.</param>
internal sealed class CallEffects(FrameContext context, WrittenFiles files, OpenFindings open)
{
    /// <summary>Takes what a call has left open, and stores what it has changed.</summary>
    /// <param name="result">What came out.</param>
    /// <param name="site">The call.</param>
    /// <param name="values">What the parameters were given.</param>
    public void Return(FlowResult result, CallSite site, ImmutableArray<FlowValue> values)
    {
        var arguments = site.Arguments;
        open.Close(result, arguments, site.Operation);
        if (site.Object is not null && !result.Receiver.Equals(site.Instance))
        {
            context.Store(site.Object, result.Receiver, isWhole: false);
        }

        for (var i = 0; i < arguments.Length && !result.Arguments.IsDefault && i < result.Arguments.Length; i++)
        {
            var kind = arguments[i].Parameter.RefKind;
            if (kind == RefKind.Out || (kind == RefKind.Ref && !result.Arguments[i].Equals(values[i])))
            {
                context.Store(arguments[i].Operation, result.Arguments[i], isWhole: kind == RefKind.Out);
            }
            else if (!result.Arguments[i].Equals(values[i]))
            {
                context.Store(arguments[i].Operation, result.Arguments[i], isWhole: false);
                files.WriteBy(arguments[i].Operation?.Type, result.Arguments[i]);
            }
        }
    }
}
