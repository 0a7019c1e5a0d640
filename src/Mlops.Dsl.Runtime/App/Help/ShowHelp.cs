using System.CommandLine;
using System.CommandLine.Invocation;

namespace Mlops.Dsl.Runtime.App.Help;

/// <summary>Shows the help of the command that the arguments name.</summary>
internal sealed class ShowHelp(AppEnvironment app) : SynchronousCommandLineAction
{
    /// <inheritdoc />
    public override bool ClearsParseErrors => true;

    /// <inheritdoc />
    public override int Invoke(ParseResult parseResult)
    {
        HelpPage.Write(parseResult.CommandResult, app);
        return ExitCode.Success;
    }
}
